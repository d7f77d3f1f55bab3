import type { ClipId } from "#shared/domain/ids.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { clipDigestSchema } from "#shared/protocol/clip-uploads.ts";

/** Which upload a request is about: the clip it fills, and the one file that goes up for it. */
export interface UploadId {
  readonly clipId: ClipId;
  /** SHA-256 of the whole file, hex. */
  readonly digest: string;
}

/** The one string by which tus knows an upload. */
export function writeUploadId({ clipId, digest }: UploadId): string {
  return `${clipId}.${digest}`;
}

/** The upload behind that string. Throws on any other. */
export function readUploadId(text: string): UploadId {
  const [clipId, digest] = text.split(".");
  return { clipId: clipIdSchema.parse(clipId), digest: clipDigestSchema.parse(digest) };
}
