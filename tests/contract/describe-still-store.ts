import { describe, expect, it } from "vitest";
import type { StoredStill, Stores } from "#server/storage/stores.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import {
  morningMs,
  newId,
  storeClip,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** A still of a stored clip and review, not stored itself. */
async function buildStill(stores: Stores): Promise<StoredStill> {
  const journey = await storeJourney(stores);
  return {
    reviewId: await storeReview(stores, journey),
    clipId: await storeClip(stores, journey),
    observationId: observationIdSchema.parse(crypto.randomUUID()),
    frame: 31,
    width: 320,
    height: 180,
    bytes: 900,
    sha256: "5".repeat(64),
    file: { fileName: `${crypto.randomUUID()}.still`, wrappedKey: new Uint8Array(60).fill(7) },
  };
}

/** What every store of kept pictures does. */
export function describeStillStore(engine: string, makeStores: MakeStores): void {
  describe(`stills in ${engine}`, () => {
    it("[BD42] keeps the first picture of a moment and refuses a second", async () => {
      const stores = await makeStores();
      const still = await buildStill(stores);
      const file = { ...still.file, fileName: "second.still" };

      const added = await stores.stills.add(still, morningMs);
      const addedAgain = await stores.stills.add({ ...still, file, frame: 5 }, morningMs);

      expect([added, addedAgain]).toEqual([true, false]);
      expect(await stores.stills.find(still.reviewId, still.observationId)).toEqual(still);
    });

    it("knows a picture only in its own review", async () => {
      const stores = await makeStores();
      const still = await buildStill(stores);
      await stores.stills.add(still, morningMs);

      expect(await stores.stills.find(newId.review(), still.observationId)).toBeNull();
    });

    it("[BD42] lets go of a clip's pictures with the clip, and keeps none that comes in later", async () => {
      const stores = await makeStores();
      const [still, other] = [await buildStill(stores), await buildStill(stores)];
      await stores.stills.add(still, morningMs);
      await stores.stills.add(other, morningMs);
      expect(await stores.stills.fileNames(still.clipId)).toEqual([still.file.fileName]);

      await stores.clips.remove(still.clipId);

      expect(await stores.stills.fileNames()).toEqual([other.file.fileName]);
      expect(await stores.stills.add(still, morningMs)).toBe(false);
    });

    it("[ST1] refuses a bare key where a wrapped one belongs, beside a picture too", async () => {
      const stores = await makeStores();
      const still = await buildStill(stores);
      const file = { ...still.file, wrappedKey: new Uint8Array(32) };

      await expect(stores.stills.add({ ...still, file }, morningMs)).rejects.toThrow(/constraint/i);
    });
  });
}
