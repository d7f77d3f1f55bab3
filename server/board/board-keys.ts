import type { Keys } from "#server/media/keys.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { BoardLogError } from "./board-log-error.ts";

const keptKeys = 500;

/** The keys of boards, each unwrapped once and kept at hand: the last 500 that were used. */
export function createBoardKeys(keys: Pick<Keys, "create" | "unwrap">) {
  const kept = new Map<ReviewId, { readonly wrappedKey: Uint8Array; readonly key: Buffer }>();

  function keep(reviewId: ReviewId, wrappedKey: Uint8Array, key: Buffer): Buffer {
    kept.delete(reviewId);
    kept.set(reviewId, { wrappedKey, key });
    for (const longestUnused of kept.keys()) {
      if (kept.size <= keptKeys) break;
      kept.delete(longestUnused);
    }
    return key;
  }

  return {
    /** A new key, not stored yet. */
    create: (reviewId: ReviewId) => keys.create(labelOf(reviewId)),
    /** The key in this wrapping; refuses one of another board or another key file. */
    unwrap(reviewId: ReviewId, wrappedKey: Uint8Array): Buffer {
      const known = kept.get(reviewId);
      if (known !== undefined && Buffer.compare(known.wrappedKey, wrappedKey) === 0) {
        return keep(reviewId, wrappedKey, known.key);
      }
      try {
        return keep(reviewId, wrappedKey, keys.unwrap(labelOf(reviewId), wrappedKey));
      } catch {
        throw new BoardLogError("wrong-key");
      }
    },
  };
}

const labelOf = (reviewId: ReviewId) => `board|${reviewId}`;
