import { openBytes, sealBytes } from "#server/media/seal.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { BoardLogError } from "./board-log-error.ts";

/** What of a board is sealed: one update, or the snapshot of many. */
export type SealedKind = "update" | "snapshot";

/**
 * What every sealed row begins with. Read as a Yjs update it would name two million clients, which no
 * board of 2 MiB can: so a sealed row is never taken for one of the time before boards were sealed.
 */
const mark = Buffer.of(0xff, 0xff, 0x7f);

/** Seals bytes of a board under its own key; they open as this kind of thing of this review only. */
export function sealOfBoard(
  key: Buffer,
  reviewId: ReviewId,
  kind: SealedKind,
  plain: Uint8Array,
): Buffer {
  return Buffer.concat([mark, sealBytes(key, labelOf(reviewId, kind), plain)]);
}

/** The bytes again, in a buffer of their own; refuses what was changed, moved or never sealed. */
export function openOfBoard(
  key: Buffer,
  reviewId: ReviewId,
  kind: SealedKind,
  sealed: Uint8Array,
): Uint8Array {
  try {
    if (!isSealed(sealed)) throw new Error("it was never sealed");
    return new Uint8Array(openBytes(key, labelOf(reviewId, kind), sealed.subarray(mark.length)));
  } catch (error) {
    throw new BoardLogError("damaged", `${kind}: ${error instanceof Error ? error.message : ""}`);
  }
}

/** Whether these bytes of a board lie sealed. */
export function isSealed(bytes: Uint8Array): boolean {
  return mark.every((byte, place) => bytes[place] === byte);
}

const labelOf = (reviewId: ReviewId, kind: SealedKind) => `board|${reviewId}|${kind}`;
