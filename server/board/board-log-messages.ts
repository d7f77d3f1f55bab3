import type { BoardAppend, StoredBoard } from "#server/storage/stores.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { BoardLogFailure } from "./board-log-error.ts";

/** One thing to do for the writer of the board's log. A group of appends is one commit. */
export type BoardLogRequest =
  | {
      readonly kind: "create";
      readonly reviewId: ReviewId;
      readonly epoch: string;
      readonly firstUpdate: BoardAppend;
    }
  | { readonly kind: "load"; readonly reviewId: ReviewId }
  | { readonly kind: "append"; readonly updates: readonly BoardAppend[] }
  | {
      readonly kind: "compact";
      readonly reviewId: ReviewId;
      readonly seq: number;
      readonly snapshot: Uint8Array;
    }
  | { readonly kind: "close" };

/** What the writer answers when it was done. In `appended`, null stands for a board that is not there. */
export type BoardLogAnswer =
  | { readonly kind: "created"; readonly isNew: boolean }
  | { readonly kind: "loaded"; readonly board: StoredBoard | null }
  | { readonly kind: "appended"; readonly seqs: readonly (number | null)[] }
  | { readonly kind: "compacted" }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly reason: BoardLogFailure; readonly detail: string };

/** A way to the writer: one request after the other, each answered. Rejects when the writer is lost. */
export interface BoardLogChannel {
  ask(request: BoardLogRequest): Promise<BoardLogAnswer>;
}
