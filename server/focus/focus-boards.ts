import type { AppContext, Boards } from "#server/context.ts";
import { changeFocus, readFocus } from "#shared/board/focus-words.ts";
import type { FocusWords } from "#shared/board/focus-words.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { RoomGoals } from "#shared/protocol/focus-events.ts";
import { focusOf, isSame, keepFocus, withWordsOf } from "./focus-store.ts";
import type { KeptFocus } from "./focus-store.ts";

/** Why a board does not take a change: it was signed, or there is none yet. */
export type BoardRefusal = "not-found" | "board-frozen";

/** A journey's focus on the boards of its reviews. Everything here is called in the journey's turn. */
export interface FocusBoards {
  /** Keeps a change and makes it on every board that is still written on, but for the one it came from. */
  keep(journey: Journey, after: KeptFocus, from: ReviewId | null): Promise<void>;
  /** Makes a change on the board of a room first, which refuses it once it is signed, and keeps it then. */
  keepFrom(
    reviewId: ReviewId,
    journey: Journey,
    after: KeptFocus,
  ): Promise<Result<null, BoardRefusal>>;
  /** The journey takes the words of a board, and the board the journey's list. */
  follow(journey: Journey, reviewId: ReviewId): Promise<void>;
  /** The same for a board that was not heard of since the server started; a signed one stays as it is. */
  followLate(journey: Journey, reviewId: ReviewId): Promise<void>;
  /** The board takes everything from the journey: it was signed, and is written on again. */
  catchUp(journey: Journey, reviewId: ReviewId): Promise<void>;
  /** Tells every room of the journey where its goals stand. */
  tellRooms(journey: Journey): Promise<void>;
}

/** Reads and changes boards; `tell` reaches everybody in a review's room. */
export function createFocusBoards({
  context: { stores },
  boards,
  tell,
}: {
  readonly context: Pick<AppContext, "stores">;
  readonly boards: Pick<Boards, "changeDoc" | "readDoc">;
  readonly tell: (reviewId: ReviewId, goals: RoomGoals) => void;
}): FocusBoards {
  /** Those that have not ended. A rehearsal has one review of the journey only. */
  async function openReviews({ cycles }: Journey) {
    const open = cycles.flatMap(({ number, reviews }) =>
      reviews.flatMap(({ reviewId, state }) => (state === "ended" ? [] : [{ reviewId, number }])),
    );
    const found = await Promise.all(open.map(({ reviewId }) => stores.reviews.find(reviewId)));
    return open.filter((_, n) => found[n] !== null);
  }

  async function keep(journey: Journey, after: KeptFocus, from: ReviewId | null): Promise<void> {
    const before = focusOf(journey);
    await keepFocus(stores, journey.journeyId, before, after);
    for (const { reviewId } of await openReviews(journey)) {
      if (reviewId === from) continue;
      await boards.changeDoc(reviewId, (doc) => changeFocus(doc, before, after)); // a signed one stays
    }
  }

  async function follow(journey: Journey, reviewId: ReviewId): Promise<void> {
    const before = focusOf(journey);
    const onBoard = readFocus(await boards.readDoc(reviewId));
    const after = withWordsOf(before, onBoard);
    await keep(journey, after, reviewId);
    const isOpen = (await openReviews(journey)).some((each) => each.reviewId === reviewId);
    if (!isOpen || hasSameGoals(after, onBoard)) return;
    await boards.changeDoc(reviewId, (doc) => changeFocus(doc, after, after));
  }

  return {
    keep,
    follow,
    async keepFrom(reviewId, journey, after) {
      const before = focusOf(journey);
      const onBoard = await boards.changeDoc(reviewId, (doc) => changeFocus(doc, before, after));
      if (!onBoard.ok) return onBoard;
      await keep(journey, after, reviewId);
      return ok(null);
    },
    async followLate(journey, reviewId) {
      const kept = focusOf(journey);
      const onBoard = readFocus(await boards.readDoc(reviewId));
      if (hasSameGoals(kept, onBoard) && isSame(kept, withWordsOf(kept, onBoard))) return;
      const outcome = await boards.changeDoc(reviewId, () => undefined);
      if (outcome.ok) await follow(journey, reviewId);
    },
    async catchUp(journey, reviewId) {
      await boards.changeDoc(reviewId, (doc) => changeFocus(doc, readFocus(doc), focusOf(journey)));
    },
    async tellRooms(journey) {
      for (const { reviewId, number } of await openReviews(journey)) {
        tell(reviewId, roomGoals(journey, number));
      }
    },
  };
}

function hasSameGoals(kept: KeptFocus, { goals }: FocusWords): boolean {
  const ids = new Set<string>(kept.goals.map(({ goalId }) => goalId));
  return goals.length === ids.size && goals.every(({ goalId }) => ids.has(goalId));
}

/** The goals' numbers as the room of a cycle's review is told them. */
export function roomGoals({ goals }: Journey, cycleNumber: number): RoomGoals {
  return { cycleNumber, goals: goals.map(({ text: _text, outcome: _outcome, ...goal }) => goal) };
}
