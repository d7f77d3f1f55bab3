import { describe, expect, it } from "vitest";
import { morningMs, newId, storeJourney, storeReview } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const sealed = new Uint8Array([1, 2, 3]);
const agreed = { sha256: "a".repeat(64), atMs: morningMs };

/** What every store of reports does. */
export function describeReportStore(engine: string, makeStores: MakeStores): void {
  describe(`reports in ${engine}`, () => {
    it("[JN61] keeps one report of a review, the latest, with its agreement or without", async () => {
      const stores = await makeStores();
      const reviewId = await storeReview(stores);
      await stores.reports.keep({ reviewId, sealed, agreed }, morningMs);
      const first = await stores.reports.find(reviewId);

      const changed = { reviewId, sealed: new Uint8Array([4]), agreed: null };
      await stores.reports.keep(changed, morningMs + 1);

      expect(first).toEqual({ reviewId, sealed, agreed });
      expect(await stores.reports.find(reviewId)).toEqual(changed);
      expect(await stores.reports.find(newId.review())).toBeNull();
    });

    it("[JN61] lists the reports of one journey and of no other", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const reviewId = await storeReview(stores, journey);
      for (const id of [reviewId, await storeReview(stores)]) {
        await stores.reports.keep({ reviewId: id, sealed, agreed: null }, morningMs);
      }

      const listed = await stores.reports.listOfJourney(journey.journeyId);

      expect(listed).toEqual([{ reviewId, sealed, agreed: null }]);
      expect(await stores.hasSealedRecords()).toBe(true);
    });
  });
}
