import type { ClipRecordStore } from "#server/storage/stores.ts";
import type { ClipWords } from "#shared/domain/clip.ts";
import type { ClipId, CycleId, PersonId } from "#shared/domain/ids.ts";
import { cyclesOf, readClips } from "./clip-rows.ts";
import { encodeFrameTable } from "./frame-table-blob.ts";
import { readPeople } from "./people-rows.ts";
import { readTogether, writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

/** Clips, the people in shot, and where their encrypted files are. */
export function createClipRecordStore(queries: Queries): ClipRecordStore {
  return {
    add: (clip, atMs) => writeTogether(queries, (write) => addClip(write, clip, atMs)),

    async find(clipId) {
      const [clip] = await readTogether(queries, (read) => readClips(read, { clipId }));
      return clip ?? null;
    },

    listOfCycle: (cycleId) => readTogether(queries, (read) => readClips(read, { cycleId })),

    listOfReview: (reviewId) => readTogether(queries, (read) => readClips(read, { reviewId })),

    async isOfReview(clipId, reviewId) {
      const clip = await queries
        .selectFrom("clips")
        .select("clipId")
        .where("clipId", "=", clipId)
        .where("cycleId", "in", cyclesOf(queries, reviewId))
        .executeTakeFirst();
      return clip !== undefined;
    },

    setWords: (clipId, words) =>
      writeTogether(queries, async (write) => {
        const clip = await write
          .selectFrom("clips")
          .select("cycleId")
          .where("clipId", "=", clipId)
          .executeTakeFirst();
        if (clip === undefined) return; // removed while its words were written
        const { peopleInShot, ...said } = words;
        await write.updateTable("clips").set(rowOf(said)).where("clipId", "=", clipId).execute();
        await write.deleteFrom("clipPeople").where("clipId", "=", clipId).execute();
        await addPeople(write, clip, clipId, peopleInShot);
      }),

    setOrder: (cycleId, clipIds) =>
      writeTogether(queries, (write) => order(write, cycleId, clipIds)),

    async setPreparation(clipId, preparation) {
      await queries
        .updateTable("clips")
        .set({ preparation })
        .where("clipId", "=", clipId)
        .execute();
    },

    setFile: (clipId, { framesMs, hasSound, ...media }, file) =>
      writeTogether(queries, async (write) => {
        const clip = await write
          .selectFrom("clips")
          .select("clipId")
          .where("clipId", "=", clipId)
          .executeTakeFirst();
        if (clip === undefined) return false; // removed while its file came in
        const frames = encodeFrameTable(framesMs);
        const inserted = await write
          .insertInto("clipFiles")
          .values({ clipId, ...media, hasSound: hasSound ? 1 : 0, frames, ...file })
          .onConflict((conflict) => conflict.column("clipId").doNothing())
          .executeTakeFirst();
        return inserted.numInsertedOrUpdatedRows === 1n;
      }),

    async fileNames() {
      const files = await queries.selectFrom("clipFiles").select("fileName").execute();
      return new Set(files.map(({ fileName }) => fileName));
    },

    async remove(clipId) {
      await queries.deleteFrom("clips").where("clipId", "=", clipId).execute();
    },

    peopleInShot: (clipId) => readTogether(queries, (read) => readPeople(read, { clipId })),
  };
}

async function addClip(
  write: Queries,
  clip: ClipWords & { clipId: ClipId; cycleId: CycleId },
  atMs: number,
): Promise<void> {
  const { peopleInShot, ...record } = clip;
  const last = await write
    .selectFrom("clips")
    .select((sql) => sql.fn.max("position").as("position"))
    .where("cycleId", "=", clip.cycleId)
    .executeTakeFirst();
  const position = (last?.position ?? -1) + 1;
  await write
    .insertInto("clips")
    .values({ ...rowOf(record), position, createdAtMs: atMs })
    .execute();
  await addPeople(write, clip, clip.clipId, peopleInShot);
}

/** The marks as JSON, in the order of the clip. */
function rowOf<Words extends Pick<ClipWords, "marks">>({ marks, ...words }: Words) {
  const inOrder = marks.toSorted((one, other) => one.atMs - other.atMs);
  return { ...words, marks: JSON.stringify(inOrder) };
}

async function addPeople(
  write: Queries,
  { cycleId }: { readonly cycleId: string },
  clipId: ClipId,
  peopleInShot: readonly PersonId[],
): Promise<void> {
  const people = [...new Set(peopleInShot)];
  await refuseStrangers(write, cycleId, people);
  await write
    .insertInto("clipPeople")
    .values(people.map((personId, position) => ({ clipId, personId, position })))
    .execute();
}

/** No two clips of a cycle may share a place, not even on the way: all go past the last place first. */
async function order(
  write: Queries,
  cycleId: CycleId,
  clipIds: readonly ClipId[],
): Promise<boolean> {
  const clips = await write
    .selectFrom("clips")
    .select(["clipId", "position"])
    .where("cycleId", "=", cycleId)
    .execute();
  const wanted = new Set<string>(clipIds);
  const areAll = clips.every(({ clipId }) => wanted.has(clipId));
  if (!areAll || clips.length !== clipIds.length) return false;
  const past = 1 + Math.max(-1, ...clips.map(({ position }) => position));
  for (const from of [past, 0]) {
    for (const [place, clipId] of clipIds.entries()) {
      await write
        .updateTable("clips")
        .set({ position: from + place })
        .where("clipId", "=", clipId)
        .execute();
    }
  }
  return true;
}

/** People in shot belong to the clip's own journey: their permissions decide whether it may play. */
async function refuseStrangers(
  write: Queries,
  cycleId: string,
  people: readonly PersonId[],
): Promise<void> {
  const known = await write
    .selectFrom("people")
    .innerJoin("cycles", "cycles.journeyId", "people.journeyId")
    .select("people.personId")
    .where("cycles.cycleId", "=", cycleId)
    .where("people.personId", "in", people)
    .execute();
  if (people.length === 0 || known.length < people.length) {
    throw new Error("somebody in shot does not belong to the clip's journey");
  }
}
