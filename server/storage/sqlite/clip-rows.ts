import { z } from "zod";
import type { StoredClip } from "#server/storage/stores.ts";
import { clipMediaSchema, clipMarkSchema } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import { clipIdSchema, cycleIdSchema, personIdSchema } from "#shared/domain/ids.ts";
import { modalitySchema } from "#shared/studio/film-mark.ts";
import { flagSchema } from "./flag.ts";
import { decodeFrameTable } from "./frame-table-blob.ts";
import type { Queries } from "./queries.ts";

const bytesSchema = z.instanceof(Uint8Array);
const clipRowSchema = z.object({
  clipId: clipIdSchema,
  cycleId: cycleIdSchema,
  position: z.int(),
  title: z.string(),
  initiative: z.string(),
  description: z.string(),
  modality: modalitySchema.nullable(),
  why: z.string(),
  captions: z.string(),
  marks: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(clipMarkSchema)),
  preparation: z.string(),
});
const fileRowSchema = z.object({
  clipId: clipIdSchema,
  ...clipMediaSchema.shape,
  hasSound: flagSchema,
  framesMs: bytesSchema.transform(decodeFrameTable).pipe(clipMediaSchema.shape.framesMs),
  fileName: z.string(),
  wrappedKey: bytesSchema.transform((bytes) => new Uint8Array(bytes)),
});

/** Which clips: one, all of a cycle, of a review or of a journey. */
export type ClipsWanted =
  | { readonly clipId: string }
  | { readonly cycleId: string }
  | { readonly reviewId: string }
  | { readonly journeyId: string };

/** Clips in their order, with file and frame table where there is one. */
export async function readClips(queries: Queries, wanted: ClipsWanted): Promise<StoredClip[]> {
  const rows = await selectClips(queries, wanted).execute();
  const clips = rows.map((row) => clipRowSchema.parse(row));
  if (clips.length === 0) return [];
  const clipIds = clips.map((clip) => clip.clipId);
  const files = await readFiles(queries, clipIds);
  const people = await readPeopleInShot(queries, clipIds);
  return clips.map((clip) => ({
    ...clip,
    peopleInShot: people.filter((each) => each.clipId === clip.clipId).map((each) => each.personId),
    media: files.get(clip.clipId)?.media ?? null,
    file: files.get(clip.clipId)?.file ?? null,
  }));
}

/** A clip as its guider's page shows it: without its file, its key and its frame table. */
export function clipToShow(stored: StoredClip): Clip {
  const { file: _file, media, ...clip } = stored;
  if (media === null) return { ...clip, media: null };
  const { framesMs: _framesMs, ...shown } = media;
  return { ...clip, media: shown };
}

function selectClips(queries: Queries, wanted: ClipsWanted) {
  const select = queries
    .selectFrom("clips")
    .innerJoin("cycles", "cycles.cycleId", "clips.cycleId")
    .select([
      "clips.clipId",
      "clips.cycleId",
      "clips.position",
      "clips.title",
      "clips.initiative",
      "clips.description",
      "clips.modality",
      "clips.why",
      "clips.captions",
      "clips.marks",
      "clips.preparation",
    ])
    .orderBy("cycles.number", "reviewId" in wanted ? "desc" : "asc")
    .orderBy("clips.position");
  if ("reviewId" in wanted)
    return select.where("clips.cycleId", "in", cyclesOf(queries, wanted.reviewId));
  if ("clipId" in wanted) return select.where("clips.clipId", "=", wanted.clipId);
  return "cycleId" in wanted
    ? select.where("clips.cycleId", "=", wanted.cycleId)
    : select.where("cycles.journeyId", "=", wanted.journeyId);
}

/** The cycles whose clips a review shows: its own, and in the last review the first of its journey. */
export function cyclesOf(queries: Queries, reviewId: string) {
  return queries
    .selectFrom("reviews")
    .innerJoin("cycles as own", "own.cycleId", "reviews.cycleId")
    .innerJoin("cycles as shown", "shown.journeyId", "own.journeyId")
    .where("reviews.reviewId", "=", reviewId)
    .where((is) =>
      is.or([
        is("shown.cycleId", "=", is.ref("own.cycleId")),
        is.and([is("reviews.kind", "=", "last"), is("shown.number", "=", 1)]),
      ]),
    )
    .select("shown.cycleId");
}

async function readFiles(queries: Queries, clipIds: readonly string[]) {
  const rows = await queries
    .selectFrom("clipFiles")
    .selectAll()
    .where("clipId", "in", clipIds)
    .execute();
  return new Map(
    rows.map(({ frames, ...row }) => {
      const parsed = fileRowSchema.parse({ ...row, framesMs: frames });
      const { clipId, fileName, wrappedKey, ...media } = parsed;
      return [clipId, { media, file: { fileName, wrappedKey } }] as const;
    }),
  );
}

async function readPeopleInShot(queries: Queries, clipIds: readonly string[]) {
  const rows = await queries
    .selectFrom("clipPeople")
    .select(["clipId", "personId"])
    .where("clipId", "in", clipIds)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    clipId: clipIdSchema.parse(row.clipId),
    personId: personIdSchema.parse(row.personId),
  }));
}
