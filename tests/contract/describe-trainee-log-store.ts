import { describe, expect, it } from "vitest";
import { supervisionIdSchema } from "#shared/domain/ids.ts";
import { morningMs, newId, storeJourney, storeReview } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const sealed = new Uint8Array([1, 2, 3]);
const newSupervision = (heldOn: string) => ({
  supervisionId: supervisionIdSchema.parse(crypto.randomUUID()),
  heldOn,
  withWhom: "Helen",
});

/** What every store of guiders' logs does. */
export function describeTraineeLogStore(engine: string, makeStores: MakeStores): void {
  describe(`guiders' logs in ${engine}`, () => {
    it("[JN46] keeps a guider's stage and hours of supervision by their day, and leaves another's alone", async () => {
      const stores = await makeStores();
      const { traineeLogs } = stores;
      const { guiderId } = await storeJourney(stores);
      const { guiderId: otherId } = await storeJourney(stores);
      const [later, earlier] = [newSupervision("2026-02-03"), newSupervision("2026-01-20")];
      await traineeLogs.addSupervision({ ...later, accountId: guiderId }, morningMs);
      await traineeLogs.addSupervision({ ...earlier, accountId: guiderId }, morningMs);
      await traineeLogs.setStage(guiderId, "2");

      await traineeLogs.removeSupervision(otherId, later.supervisionId);

      expect(await traineeLogs.supervisionsOf(guiderId)).toEqual([earlier, later]);
      expect(await traineeLogs.stageOf(guiderId)).toBe("2");
      expect(await traineeLogs.stageOf(otherId)).toBe("");
      await traineeLogs.removeSupervision(guiderId, later.supervisionId);
      expect(await traineeLogs.supervisionsOf(guiderId)).toEqual([earlier]);
    });

    it("[JN46] lists the reviews a guider has held, with their sealed working points; a first talk and what is planned are none", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const [held, planned, focus] = [
        await storeReview(stores, journey),
        await storeReview(stores, journey),
        newId.review(),
      ];
      const { cycleId, guiderId, journeyId } = journey;
      const talk = { reviewId: focus, cycleId, startsAtMs: morningMs, kind: "focus" } as const;
      await stores.reviews.add(talk, morningMs);
      for (const reviewId of [held, focus])
        await stores.reviews.setState(reviewId, "ended", morningMs);
      await stores.traineeLogs.keepWorkingPoint(held, new Uint8Array([9]), morningMs);
      await stores.traineeLogs.keepWorkingPoint(held, sealed, morningMs + 1);
      await stores.traineeLogs.keepWorkingPoint(planned, sealed, morningMs);

      const [review, ...more] = await stores.traineeLogs.heldReviewsOf(guiderId);

      expect(more).toEqual([]);
      expect(review).toMatchObject({ reviewId: held, journeyId, cycleNumber: 1, sealed });
      expect(await stores.hasSealedRecords()).toBe(true);
      expect(await stores.traineeLogs.workingPointsOf(journeyId)).toHaveLength(2);
      await stores.traineeLogs.keepWorkingPoint(held, null, morningMs + 2);
      await stores.traineeLogs.keepWorkingPoint(planned, null, morningMs + 2);
      expect(await stores.traineeLogs.workingPointsOf(journeyId)).toEqual([]);
      const other = await storeJourney(stores);
      expect(await stores.traineeLogs.heldReviewsOf(other.guiderId)).toEqual([]);
    });
  });
}

/** What every store of pause counts does. */
export function describePauseCountStore(engine: string, makeStores: MakeStores): void {
  describe(`pause counts in ${engine}`, () => {
    it("[JN48] counts in a live review of a journey where it is switched on, and nowhere else", async () => {
      const stores = await makeStores();
      const [journey, silent] = [await storeJourney(stores), await storeJourney(stores)];
      const [live, planned, uncounted] = [
        await storeReview(stores, journey),
        await storeReview(stores, journey),
        await storeReview(stores, silent),
      ];
      const { journeyId } = journey;
      await stores.pauseCounts.setOn(journeyId, true);
      for (const reviewId of [live, uncounted])
        await stores.reviews.setState(reviewId, "live", morningMs);

      await stores.pauseCounts.add(live, "guider");
      for (const reviewId of [live, live, planned, uncounted])
        await stores.pauseCounts.add(reviewId, "practitioner");

      expect(await stores.pauseCounts.listOfJourney(journeyId)).toEqual([]); // it goes on
      for (const reviewId of [live, planned, uncounted])
        await stores.reviews.setState(reviewId, "ended", morningMs);
      const counted = [{ reviewId: live, guider: 1, practitioner: 2 }];
      expect(await stores.pauseCounts.listOfJourney(journeyId)).toEqual(counted);
      expect(await stores.pauseCounts.listOfJourney(silent.journeyId)).toEqual([]);
      expect((await stores.journeys.read(journeyId))?.countsPauses).toBe(true);

      await stores.pauseCounts.setOn(journeyId, false);
      await stores.pauseCounts.setOn(journeyId, true);
      expect(await stores.pauseCounts.listOfJourney(journeyId)).toEqual([]);
    });
  });
}
