import type { Request, Response } from "express";
import type { ClipFiles } from "#server/context.ts";
import { refuse } from "#server/http/refused.ts";
import type { Refused } from "#server/http/refused.ts";
import { clipForPage, findWaitingClip } from "#server/media/add-clip-file.ts";
import type { Stores } from "#server/storage/stores.ts";
import { clipLimits, clipSchema } from "#shared/domain/clip.ts";
import { fail } from "#shared/lib/result.ts";
import type { UploadId } from "./upload-id.ts";

/** What is asked before an upload begins. */
export interface BeginParts {
  readonly stores: Pick<Stores, "clips" | "journeys">;
  readonly clipFiles: Pick<ClipFiles, "hasRoomFor">;
}

/**
 * Whether an upload may begin. False when it has been answered: refused by name, or, when this very file
 * was accepted already and only the answer got lost, with the clip.
 */
export async function mayBegin(
  parts: BeginParts,
  { clipId, digest }: UploadId,
  request: Request,
  response: Response,
): Promise<boolean> {
  const waiting = await findWaitingClip(parts.stores, clipId);
  const refused = waiting.ok ? await refuseSize(parts, request) : waiting;
  if (refused === null) return true;
  if (refused.reason === "already-done") {
    const clip = await parts.stores.clips.find(clipId);
    if (clip?.media?.clipRev === digest) {
      response.json(clipSchema.parse(clipForPage(clip)));
      return false;
    }
  }
  refuse(response, refused.reason, refused.details);
  return false;
}

async function refuseSize(parts: BeginParts, request: Request): Promise<Refused | null> {
  const bytes = Number(request.headers["upload-length"]);
  if (!Number.isSafeInteger(bytes) || bytes < 0) return fail("invalid");
  if (bytes === 0) return fail("clip-not-video");
  if (bytes > clipLimits.bytes) return fail("too-large");
  return (await parts.clipFiles.hasRoomFor(bytes)) ? null : fail("disk-full");
}
