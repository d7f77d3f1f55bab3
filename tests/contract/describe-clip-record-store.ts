import { describe, expect, it } from "vitest";
import {
  buildClipMedia,
  buildClipWords,
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
      const words = buildClipWords([practitionerPersonId, childPersonId], {
        description: "A table.",
      });

      await stores.clips.add({ ...words, clipId, cycleId }, morningMs);

      const clip = { ...words, clipId, cycleId, position: 0, preparation: "" };
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

    it("[JN56] a review has its own cycle's clips; the last one has the first cycle's after them", async () => {
      const stores = await makeStores();
      const first = await storeJourney(stores);
      const { journeyId } = first;
      const [second, third] = [newId.cycle(), newId.cycle()];
      for (const cycleId of [second, third]) {
        await stores.journeys.addCycle({ journeyId, cycleId }, morningMs);
      }
      const one = await storeClip(stores, first);
      const two = await storeClip(stores, { ...first, cycleId: second });
      const three = await storeClip(stores, { ...first, cycleId: third });
      await storeClip(stores, await storeJourney(stores));
      const planned = { cycleId: third, startsAtMs: morningMs };
      const [review, last] = [newId.review(), newId.review()];
      await stores.reviews.add({ reviewId: review, ...planned }, morningMs);
      await stores.reviews.add({ reviewId: last, kind: "last", ...planned }, morningMs);

      const shownIn = async (reviewId: typeof review) =>
        (await stores.clips.listOfReview(reviewId)).map(({ clipId }) => clipId);
      expect(await shownIn(review)).toEqual([three]);
      expect(await shownIn(last)).toEqual([three, one]);
      expect(await shownIn(newId.review())).toEqual([]);
      const isShown = (reviewId: typeof review) =>
        Promise.all([one, two, three].map((id) => stores.clips.isOfReview(id, reviewId)));
      expect(await isShown(review)).toEqual([false, false, true]);
      expect(await isShown(last)).toEqual([true, false, true]);
    });

    it("[CP59] keeps all that is said of a clip, its marks in the order of the clip, and takes it back whole", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const clipId = await storeClip(stores, journey);
      const [early, late] = [
        { atMs: 500, text: "Ada looks" },
        { atMs: 4_000, text: "Callum waits" },
      ];
      const words = buildClipWords([journey.practitionerPersonId, journey.childPersonId], {
        title: "The tower",
        modality: "gaze",
        why: "You waited here.",
        captions: "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
        marks: [late, early],
      });
      await stores.clips.setPreparation(clipId, "Ask what Ada saw.");

      await stores.clips.setWords(clipId, words);
      const said = await stores.clips.find(clipId);
      const shown = (await stores.journeys.read(journey.journeyId))?.cycles[0]?.clips[0];
      await stores.clips.setWords(clipId, buildClipWords([journey.childPersonId]));

      expect(said).toMatchObject({ ...words, marks: [early, late], position: 0 });
      expect(shown).toMatchObject({ ...words, marks: [early, late] });
      expect(await stores.clips.find(clipId)).toMatchObject({
        ...buildClipWords([journey.childPersonId]),
        preparation: "Ask what Ada saw.",
      });
    });

    it("[CP59] leaves the words as they were when somebody in shot is of another journey", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const clipId = await storeClip(stores, journey);
      const before = await stores.clips.find(clipId);
      const stranger = (await storeJourney(stores)).childPersonId;

      const setting = stores.clips.setWords(clipId, buildClipWords([stranger], { title: "Other" }));

      await expect(setting).rejects.toThrow(/in shot/);
      expect(await stores.clips.find(clipId)).toEqual(before);
    });

    it("[CP60] puts a cycle's clips in any order, and takes only all of them once", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const [one, two, three] = [
        await storeClip(stores, journey),
        await storeClip(stores, journey),
        await storeClip(stores, journey),
      ];
      await stores.clips.remove(two);
      const four = await storeClip(stores, journey);
      const foreign = await storeClip(stores, await storeJourney(stores));
      const order = async () =>
        (await stores.clips.listOfCycle(journey.cycleId)).map(({ clipId }) => clipId);

      const isSet = await stores.clips.setOrder(journey.cycleId, [four, one, three]);

      expect(isSet).toBe(true);
      expect(await order()).toEqual([four, one, three]);
      const wrong = [[one], [one, one, three], [one, three, foreign], [one, three, four, foreign]];
      for (const clipIds of wrong) {
        expect(await stores.clips.setOrder(journey.cycleId, clipIds)).toBe(false);
      }
      expect(await order()).toEqual([four, one, three]);
      expect(await order()).not.toContain(await storeClip(stores, journey));
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

      for (const peopleInShot of [[childPersonId, stranger], []]) {
        const clip = { ...buildClipWords(peopleInShot), clipId: newId.clip(), cycleId };
        await expect(stores.clips.add(clip, morningMs)).rejects.toThrow(/in shot/);
      }

      expect(await stores.clips.listOfCycle(cycleId)).toEqual([]);
    });
  });
}
