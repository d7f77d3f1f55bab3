import type { ReviewId } from "#shared/domain/ids.ts";

/** A board as both agreed to it. */
export interface StoredSignedBoard {
  readonly reviewId: ReviewId;
  /** Counts from 1 in each review. */
  readonly version: number;
  /** The content and who agreed to it, sealed. */
  readonly sealed: Uint8Array;
  /** Of the content, in hex. */
  readonly sha256: string;
  readonly signedAtMs: number;
  /** When somebody chose to write on; null while the board rests as it was signed. */
  readonly writtenOnAtMs: number | null;
}

/** Signed copies of boards. Each stays as long as its review. */
export interface SignedBoardStore {
  /** Rejects when the review has this version already. */
  add(board: Omit<StoredSignedBoard, "writtenOnAtMs">): Promise<void>;
  /** The newest version, or null. */
  latest(reviewId: ReviewId): Promise<StoredSignedBoard | null>;
  /** The board of this version can be written again. */
  writeOn(reviewId: ReviewId, version: number, atMs: number): Promise<void>;
}
