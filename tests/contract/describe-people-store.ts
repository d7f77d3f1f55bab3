import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dissentIdSchema, observationIdSchema, personLinkIdSchema } from "#shared/domain/ids.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import {
  morningMs,
  newId,
  newSecretHash,
  storeClip,
  storeJourney,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const buildLink = (personId: PersonId) => ({
  linkId: personLinkIdSchema.parse(randomUUID()),
  personId,
  secretHash: newSecretHash(),
  closesAtMs: morningMs + 1_000,
  revokedAtMs: null,
});

const buildDissent = (happenedOn: string) => ({
  dissentId: dissentIdSchema.parse(randomUUID()),
  happenedOn,
  words: "turned away from the camera",
});

/** What every store of agreements with people and of their links does. */
export function describePeopleStore(engine: string, makeStores: MakeStores): void {
  describe(`people in ${engine}`, () => {
    it("[JN21] keeps the lawful basis and the child's signs beside the permissions, one journey's only", async () => {
      const stores = await makeStores();
      const [{ journeyId }, other] = [await storeJourney(stores), await storeJourney(stores)];
      const agreed = { lawfulBasis: "publicTask", assentSigns: "smiles; turns away" } as const;

      await stores.people.setAgreed(journeyId, agreed);

      expect(await stores.journeys.read(journeyId)).toMatchObject(agreed);
      const untouched = { lawfulBasis: "", assentSigns: "" };
      expect(await stores.journeys.read(other.journeyId)).toMatchObject(untouched);
    });

    it("[JN21] keeps the times filming stopped, the latest day first, until one is taken away", async () => {
      const stores = await makeStores();
      const [{ journeyId }, other] = [await storeJourney(stores), await storeJourney(stores)];
      const [early, late] = [buildDissent("2026-01-05"), buildDissent("2026-02-01")];
      await stores.people.addDissent({ ...late, journeyId }, morningMs);
      await stores.people.addDissent({ ...early, journeyId }, morningMs);

      await stores.people.removeDissent(other.journeyId, late.dissentId);
      const before = await stores.people.dissentsOf(journeyId);
      await stores.people.removeDissent(journeyId, late.dissentId);

      expect(before).toEqual([late, early]);
      expect(await stores.people.dissentsOf(journeyId)).toEqual([early]);
    });

    it("[JN23] finds a link by its hash, lists a journey's, and closes it for its own person alone, once", async () => {
      const stores = await makeStores();
      const { journeyId, practitionerPersonId: personId } = await storeJourney(stores);
      const [link, later] = [buildLink(personId), buildLink(personId)];
      await stores.people.addLink(link, morningMs);
      await stores.people.addLink(later, morningMs + 1);
      await stores.people.revokeLink(newId.person(), link.linkId, morningMs + 2);
      const before = await stores.people.findLink(link.secretHash);

      await stores.people.revokeLink(personId, link.linkId, morningMs + 3);
      await stores.people.revokeLink(personId, link.linkId, morningMs + 4);

      expect(before).toEqual(link);
      expect(await stores.people.linksOf(journeyId)).toEqual([
        later,
        { ...link, revokedAtMs: morningMs + 3 },
      ]);
      expect(await stores.people.linksOf(newId.journey())).toEqual([]);
      expect(await stores.people.findLink(newSecretHash())).toBeNull();
    });

    it("[JN24] tells what lies of each person, and how long the organisation keeps it", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const clipId = await storeClip(stores, journey);
      const reviewId = newId.review();
      const { cycleId, childPersonId, practitionerPersonId } = journey;
      await stores.reviews.add({ reviewId, cycleId, startsAtMs: morningMs }, morningMs);
      const nothing = await stores.people.tracesOf(childPersonId);

      await stores.stills.add(
        {
          reviewId,
          observationId: observationIdSchema.parse(randomUUID()),
          clipId,
          frame: 0,
          width: 1,
          height: 1,
          bytes: 1,
          sha256: "a".repeat(64),
          file: { fileName: "1.still", wrappedKey: new Uint8Array(33) },
        },
        morningMs,
      );
      await stores.summaries.keep(practitionerPersonId, new Uint8Array([1]), morningMs);

      const none = { boards: false, reports: false, checkIns: false, notes: false, summary: false };
      expect(nothing).toEqual({ ...none, pictures: 0 });
      expect(await stores.people.tracesOf(childPersonId)).toEqual({ ...none, pictures: 1 });
      const practitioners = await stores.people.tracesOf(practitionerPersonId);
      expect(practitioners).toEqual({ ...none, pictures: 0, summary: true });
      const keptFor = { clipsKeptDays: 60, wordsKeptMonths: 12 };
      expect(await stores.people.keptFor(journey.journeyId)).toEqual(keptFor);
      expect(await stores.people.contactOf(journey.journeyId)).toBe("");
    });
  });
}
