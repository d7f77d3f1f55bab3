import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { summaryLinkIdSchema } from "#shared/domain/ids.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import { morningMs, newId, newSecretHash, storeJourney } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const buildLink = (personId: PersonId) => ({
  linkId: summaryLinkIdSchema.parse(randomUUID()),
  personId,
  secretHash: newSecretHash(),
  forWhom: "the headteacher",
  closesAtMs: morningMs + 1_000,
  revokedAtMs: null,
});

/** What every store of strengths summaries does. */
export function describeSummaryStore(engine: string, makeStores: MakeStores): void {
  describe(`strengths summaries in ${engine}`, () => {
    it("[T2] keeps one summary of a person, the latest", async () => {
      const stores = await makeStores();
      const { practitionerPersonId: personId } = await storeJourney(stores);
      expect(await stores.summaries.find(personId)).toBeNull();
      expect(await stores.hasSealedRecords()).toBe(false);

      await stores.summaries.keep(personId, new Uint8Array([1]), morningMs);
      await stores.summaries.keep(personId, new Uint8Array([2]), morningMs);

      expect(await stores.summaries.find(personId)).toEqual(new Uint8Array([2]));
      expect(await stores.hasSealedRecords()).toBe(true);
    });

    it("[T2] finds a link by its hash, and closes it for its own person alone, once", async () => {
      const stores = await makeStores();
      const { practitionerPersonId: personId } = await storeJourney(stores);
      const [link, later] = [buildLink(personId), buildLink(personId)];
      await stores.summaries.addLink(link, morningMs);
      await stores.summaries.addLink(later, morningMs + 1);
      await stores.summaries.revokeLink(newId.person(), link.linkId, morningMs + 2);
      const before = await stores.summaries.findLink(link.secretHash);

      await stores.summaries.revokeLink(personId, link.linkId, morningMs + 3);
      await stores.summaries.revokeLink(personId, link.linkId, morningMs + 4);

      expect(before).toEqual(link);
      expect(await stores.summaries.linksOf(personId)).toEqual([
        later,
        { ...link, revokedAtMs: morningMs + 3 },
      ]);
      expect(await stores.summaries.findLink(newSecretHash())).toBeNull();
    });
  });
}
