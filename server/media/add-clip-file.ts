import type { Readable } from "node:stream";
import type { AccessChanges } from "#server/access-changes.ts";
import type { ClipFiles } from "#server/context.ts";
import type { StoredClip, StoredClipFile, Stores } from "#server/storage/stores.ts";
import type { Clip, ClipMedia } from "#shared/domain/clip.ts";
import type { ClipId, JourneyId } from "#shared/domain/ids.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { leaveToReader } from "./clip-files.ts";

/** What adding a file needs of the server. */
export interface AddClipFileParts {
  readonly stores: Pick<Stores, "clips" | "journeys">;
  readonly clipFiles: ClipFiles;
  readonly access: AccessChanges;
}

/** The clip with its file, or why not, with plain facts for the sentence (names of people). */
export type AddedClip =
  | { readonly ok: true; readonly value: Clip }
  | { readonly ok: false; readonly reason: Refusal; readonly details?: string[] };

/** Takes the file of a clip whose turn it is: the media read out of it and where it lies, or why not. */
type TakeFile = () => ReturnType<ClipFiles["accept"]>;

/** A file that arrives in one piece: from the command line, or a request that is the file itself. */
export async function addClipFile(
  parts: AddClipFileParts,
  clipId: ClipId,
  bytes: Readable,
  declaredBytes: number | null,
): Promise<AddedClip> {
  bytes.on("error", leaveToReader);
  return await takeClipFile(parts, clipId, () =>
    parts.clipFiles.accept(clipId, bytes, declaredBytes),
  );
}

/**
 * The one way a file comes to a clip. Nothing is read before everybody in shot has given permission, and
 * nothing is kept unless the file was accepted whole.
 */
export async function takeClipFile(
  parts: AddClipFileParts,
  clipId: ClipId,
  take: TakeFile,
): Promise<AddedClip> {
  const waiting = await findWaitingClip(parts.stores, clipId);
  if (!waiting.ok) return waiting;
  const accepted = await take();
  if (!accepted.ok) return accepted;
  const { media, file } = accepted.value;
  const kept = await keepOrRemove(parts, clipId, media, file);
  if (!kept.ok) return kept;
  const { clip, journeyId } = waiting;
  parts.access.announce({ kind: "clips-changed", journeyId });
  return ok(clipForPage({ ...clip, media, file }));
}

/** A clip that may be given its file now, or why not. */
export async function findWaitingClip(
  stores: AddClipFileParts["stores"],
  clipId: ClipId,
): Promise<
  | { readonly ok: true; readonly clip: StoredClip; readonly journeyId: JourneyId }
  | Extract<AddedClip, { ok: false }>
> {
  const clip = await stores.clips.find(clipId);
  const owner = await stores.journeys.ownershipOf({ kind: "clip", id: clipId });
  if (clip === null || owner === null) return fail("not-found");
  if (clip.media !== null) return fail("already-done");
  const missing = await namesWithoutPermission(stores, clipId);
  if (missing.length > 0) return { ...fail("permissions-missing"), details: missing };
  return { ok: true, clip, journeyId: owner.journeyId };
}

/** A stored clip as the guider's page shows it: without its file, its key and its table of frames. */
export function clipForPage(stored: StoredClip): Clip {
  const { file: _file, media, ...clip } = stored;
  if (media === null) return { ...clip, media: null };
  const { framesMs: _framesMs, ...shown } = media;
  return { ...clip, media: shown };
}

async function namesWithoutPermission(
  stores: AddClipFileParts["stores"],
  clipId: ClipId,
): Promise<string[]> {
  const inShot = await stores.clips.peopleInShot(clipId);
  const missing = missingPermissions(inShot, purposesToReview);
  return [...new Set(missing.map(({ person }) => person.name))];
}

/** A permission can be taken back, the clip removed or filled by another while the file came in. */
async function keepOrRemove(
  parts: AddClipFileParts,
  clipId: ClipId,
  media: ClipMedia,
  file: StoredClipFile,
): Promise<AddedClip | { readonly ok: true }> {
  try {
    const missing = await namesWithoutPermission(parts.stores, clipId);
    if (missing.length === 0 && (await parts.stores.clips.setFile(clipId, media, file))) {
      return { ok: true };
    }
    await parts.clipFiles.remove(file);
    if (missing.length > 0) return { ...fail("permissions-missing"), details: missing };
    return fail("already-done");
  } catch (error) {
    await parts.clipFiles.remove(file);
    throw error;
  }
}
