import { describe, expect, it } from "vitest";
import {
  buildClipMedia,
  morningMs,
  newId,
  storeClip,
  storeJourney,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const file = { fileName: "one.clip", wrappedKey: new Uint8Array(60).fill(7) };

/** What every store of clips does. */
export function describeClipRecordStore(engine: string, makeStores: MakeStores): void {
  describe(`clips in ${engine}`, () => {
    it("keeps a clip without a file, and its people in the order given", async () => {
      const stores = await makeStores();
      const { cycleId, childPersonId, practitionerPersonId } = await storeJourney(stores);
      const clipId = newId.clip();
      const peopleInShot = [practitionerPersonId, childPersonId];
      const words = { title: "Blocks", initiative: "looked towards", description: "A table." };

      await stores.clips.add({ ...words, clipId, cycleId, peopleInShot }, morningMs);

      const clip = { ...words, clipId, cycleId, peopleInShot, position: 0, preparation: "" };
      expect(await stores.clips.find(clipId)).toEqual({ ...clip, media: null, file: null });
      const people = await stores.clips.peopleInShot(clipId);
      expect(people.map((person) => person.name)).toEqual(["Callum", "Ada"]);
    });

    it("lists a cycle's clips in the order they were added", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const first = await storeClip(stores, journey);
      const second = await storeClip(stores, journey);
      await storeClip(stores, await storeJourney(stores));

      const clips = await stores.clips.listOfCycle(journey.cycleId);

      expect(clips.map((clip) => [clip.clipId, clip.position])).toEqual([
        [first, 0],
        [second, 1],
      ]);
    });

    it("[ST6] gives back every frame's start to the last bit", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const clipId = await storeClip(stores, journey);
      const framesMs = Array.from({ length: 1_500 }, (_, frame) => (frame * 1_001) / 30);
      const media = buildClipMedia({ framesMs, durationMs: (1_500 * 1_001) / 30 });

      const set = await stores.clips.setFile(clipId, media, file);

      expect(set).toBe(true);
      expect(await stores.clips.find(clipId)).toMatchObject({ media, file });
      const shown = (await stores.journeys.read(journey.journeyId))?.cycles[0]?.clips[0]?.media;
      const { framesMs: _framesMs, ...withoutFrames } = media;
      expect(shown).toEqual(withoutFrames);
    });

    it("ties one file to a clip and refuses a second", async () => {
      const stores = await makeStores();
      const clipId = await storeClip(stores, await storeJourney(stores));
      const media = buildClipMedia();
      await stores.clips.setFile(clipId, media, file);

      const setAgain = await stores.clips.setFile(clipId, buildClipMedia(), {
        ...file,
        fileName: "two.clip",
      });

      expect(setAgain).toBe(false);
      expect(await stores.clips.find(clipId)).toMatchObject({ media, file });
    });

    it("ties no file to a clip that was removed meanwhile", async () => {
      const stores = await makeStores();
      const clipId = await storeClip(stores, await storeJourney(stores));
      await stores.clips.remove(clipId);

      expect(await stores.clips.setFile(clipId, buildClipMedia(), file)).toBe(false);
      expect(await stores.clips.find(clipId)).toBeNull();
      expect(await stores.clips.peopleInShot(clipId)).toEqual([]);
    });

    it("[ST1] refuses a bare key where a wrapped one belongs", async () => {
      const stores = await makeStores();
      const clipId = await storeClip(stores, await storeJourney(stores));
      const bare = { ...file, wrappedKey: new Uint8Array(32) };

      const setting = stores.clips.setFile(clipId, buildClipMedia(), bare);

      await expect(setting).rejects.toThrow(/constraint/i);
    });

    it("[ST4] takes only people of the clip's own journey, and somebody must be in shot", async () => {
      const stores = await makeStores();
      const { cycleId, childPersonId } = await storeJourney(stores);
      const stranger = (await storeJourney(stores)).childPersonId;
      const words = { title: "Blocks", initiative: "looked towards", description: "" };

      for (const peopleInShot of [[childPersonId, stranger], []]) {
        const clip = { ...words, clipId: newId.clip(), cycleId, peopleInShot };
        await expect(stores.clips.add(clip, morningMs)).rejects.toThrow(/in shot/);
      }

      expect(await stores.clips.listOfCycle(cycleId)).toEqual([]);
    });
  });
}
