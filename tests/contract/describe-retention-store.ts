import { describe, expect, it } from "vitest";
import { dayOf } from "#shared/domain/journey-state.ts";
import { morningMs, storeClip, storeJourney, storeReview } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of what is kept since when does. */
export function describeRetentionStore(engine: string, makeStores: MakeStores): void {
  describe(`retention in ${engine}`, () => {
    it("[JN73] tells of each journey its end, its clips' ages and its open reviews, and no word", async () => {
      const stores = await makeStores();
      const [going, ended] = [await storeJourney(stores), await storeJourney(stores)];
      const clipId = await storeClip(stores, ended);
      const live = await storeReview(stores, going);
      await storeReview(stores, going);
      await stores.reviews.setState(live, "live", morningMs);
      const end = { endedAtMs: morningMs, deletesOn: dayOf(morningMs) };
      await stores.journeys.setEnd(ended.journeyId, { ...end, reason: "canary", keeps: "canary" });

      const kept = await stores.retention.listKept();

      expect(kept).toHaveLength(2);
      const common = { wordsKeptMonths: 12 };
      const { journeyId } = ended;
      const clips = [{ clipId, addedAtMs: morningMs }];
      expect(kept).toContainEqual({ ...common, journeyId, end, clips, liveSinceMs: [] });
      expect(kept).toContainEqual({
        ...common,
        journeyId: going.journeyId,
        end: null,
        clips: [],
        liveSinceMs: [morningMs],
      });
    });

    it("[JN73] lets one journey go with all that is written of it, and no other", async () => {
      const stores = await makeStores();
      const [going, over] = [await storeJourney(stores), await storeJourney(stores)];
      const clipId = await storeClip(stores, over);
      const reviewId = await storeReview(stores, over);

      await stores.retention.removeJourney(over.journeyId);

      expect(await stores.journeys.read(over.journeyId)).toBeNull();
      expect(await stores.clips.find(clipId)).toBeNull();
      expect(await stores.reviews.find(reviewId)).toBeNull();
      expect(await stores.journeys.readPerson(over.childPersonId)).toBeNull();
      expect(await stores.journeys.read(going.journeyId)).not.toBeNull();
    });
  });
}
