import { describe, expect, it } from "vitest";
import {
  buildClipMedia,
  morningMs,
  newId,
  storeClip,
  storeJourney,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of journeys says of each in a guider's list. */
export function describeJourneyList(engine: string, makeStores: MakeStores): void {
  describe(`a list of journeys in ${engine}`, () => {
    it("[JN90] says of each journey how many clips are kept, which meeting comes next, and how it ended", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const { guiderId, journeyId, cycleId } = journey;
      const [one] = [await storeClip(stores, journey), await storeClip(stores, journey)];
      await stores.clips.setFile(one, buildClipMedia(), {
        fileName: "one.clip",
        wrappedKey: new Uint8Array(60).fill(7),
      });
      const read = async () => (await stores.journeys.list(guiderId))[0];
      expect(await read()).toMatchObject({ clips: 1, next: null, end: null });

      const [late, soon] = [newId.review(), newId.review()];
      for (const [reviewId, startsAtMs] of [
        [late, morningMs + 2],
        [soon, morningMs + 1],
      ] as const) {
        await stores.reviews.add({ reviewId, cycleId, startsAtMs, kind: "last" }, morningMs);
      }
      const soonest = { reviewId: soon, kind: "last", startsAtMs: morningMs + 1, state: "planned" };
      expect((await read())?.next).toEqual(soonest);
      await stores.reviews.setState(late, "live", morningMs);
      expect((await read())?.next).toMatchObject({ reviewId: late, state: "live" });
      for (const reviewId of [late, soon]) {
        await stores.reviews.setState(reviewId, "ended", morningMs);
      }
      const end = { endedAtMs: morningMs, deletesOn: "2026-03-12" };
      await stores.journeys.setEnd(journeyId, { ...end, reason: "", keeps: "" });
      expect(await read()).toMatchObject({ next: null, end });
    });
  });
}
