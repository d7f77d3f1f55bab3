import { describe, expect, it } from "vitest";
import { morningMs, storeJourney, storeReview } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const sealed = new Uint8Array([1, 2, 3]);

/** What every store of check-ins does. */
export function describeCheckInStore(engine: string, makeStores: MakeStores): void {
  describe(`check-ins in ${engine}`, () => {
    it("[JN30] keeps one for each moment of a review and one that belongs to none, the latest words of each", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const reviewId = await storeReview(stores, journey);
      const { practitionerPersonId: personId } = journey;
      const before = { personId, reviewId, moment: "before" } as const;
      const followUp = { personId, reviewId: null, moment: "followUp" } as const;
      await stores.checkIns.keep(before, sealed, morningMs);
      await stores.checkIns.setShared(before, true);

      await stores.checkIns.keep(before, new Uint8Array([4]), morningMs + 1);
      await stores.checkIns.keep(followUp, sealed, morningMs + 2);

      expect(await stores.checkIns.listOf(personId)).toEqual([
        { ...before, sealed: new Uint8Array([4]), isShared: true, changedAtMs: morningMs + 1 },
        { ...followUp, sealed, isShared: false, changedAtMs: morningMs + 2 },
      ]);
      expect(await stores.checkIns.listOf(journey.childPersonId)).toEqual([]);
      expect(await stores.hasSealedRecords()).toBe(true);
    });

    it("[JN30] refuses a follow-up of a review, and a review's moment without one", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const reviewId = await storeReview(stores, journey);
      const { practitionerPersonId: personId } = journey;

      const keeping = [
        stores.checkIns.keep({ personId, reviewId, moment: "followUp" }, sealed, morningMs),
        stores.checkIns.keep({ personId, reviewId: null, moment: "after" }, sealed, morningMs),
      ];

      for (const each of keeping) await expect(each).rejects.toThrow(/constraint/i);
    });
  });
}
