import { describe, expect, it } from "vitest";
import { morningMs, storeClip, storeJourney } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of private re-watches does. */
export function describeRewatchStore(engine: string, makeStores: MakeStores): void {
  describe(`private re-watches in ${engine}`, () => {
    it("[JN54] keeps one end for each clip, of its own journey, and none once the clip is gone", async () => {
      const stores = await makeStores();
      const [ours, other] = [await storeJourney(stores), await storeJourney(stores)];
      const clipId = await storeClip(stores, ours);
      expect(await stores.rewatches.find(clipId)).toBeNull();

      await stores.rewatches.open({ clipId, closesAtMs: morningMs + 2 }, morningMs);
      await stores.rewatches.open({ clipId, closesAtMs: morningMs + 1 }, morningMs);

      const kept = { clipId, closesAtMs: morningMs + 1 };
      expect(await stores.rewatches.find(clipId)).toEqual(kept);
      expect(await stores.rewatches.listOfJourney(ours.journeyId)).toEqual([kept]);
      expect(await stores.rewatches.listOfJourney(other.journeyId)).toEqual([]);
      await stores.clips.remove(clipId);
      expect(await stores.rewatches.find(clipId)).toBeNull();
    });
  });
}
