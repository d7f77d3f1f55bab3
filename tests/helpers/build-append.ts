import type { BoardAppend } from "#server/storage/stores.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { morningMs } from "#tests/helpers/build-records.ts";

/** Words as bytes. */
export function bytesOf(words: string): Uint8Array {
  return new Uint8Array(new TextEncoder().encode(words));
}

/** A change of a board by the server; the log does not look into its bytes, so words will do. */
export function buildAppend(reviewId: ReviewId, words: string): BoardAppend {
  return {
    reviewId,
    actorId: "server",
    bytes: bytesOf(words),
    atMs: morningMs,
    newOwners: [],
  };
}
