import type { AppContext, Boards } from "#server/context.ts";
import { createTurns } from "#server/report/in-turn.ts";
import { mergeWords } from "#shared/board/focus-words.ts";
import { goalsAsSent, withGoalAdded, withGoalPlaced } from "#shared/domain/goals.ts";
import type { GoalPlace, GoalRefusal } from "#shared/domain/goals.ts";
import { goalIdSchema } from "#shared/domain/ids.ts";
import type { GoalId, JourneyId, ReviewId } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { RoomGoals } from "#shared/protocol/focus-events.ts";
import { createFocusBoards, roomGoals } from "./focus-boards.ts";
import type { BoardRefusal } from "./focus-boards.ts";
import { fitted, focusOf } from "./focus-store.ts";

/**
 * One helping question and one list of goals, wherever they are written. The list and its numbers are the
 * journey's; the words are the boards' while a review goes on, and the journey follows them.
 */
export interface Focus {
  setQuestion(journeyId: JourneyId, changed: ChangedWords): Promise<Result<null, "not-found">>;
  setGoals(journeyId: JourneyId, sent: SentGoals): Promise<Result<null, GoalRefusal>>;
  /** Where a goal stood after a cycle. */
  rate(journeyId: JourneyId, rating: CycleRating): Promise<Result<null, "not-found">>;
  addGoal(
    reviewId: ReviewId,
    text: string,
  ): Promise<Result<{ goalId: GoalId }, "goals-full" | BoardRefusal>>;
  /** One that has gone already is gone. */
  removeGoal(reviewId: ReviewId, goalId: GoalId): Promise<Result<null, BoardRefusal>>;
  /** `now` is the rating after this review's cycle; a first talk has none. */
  placeGoal(reviewId: ReviewId, placed: PlacedGoal): Promise<Result<null, "not-found">>;
  /** Tells somebody who has come in, once words that a stop of the server left behind are followed. */
  greet(reviewId: ReviewId, tell: (goals: RoomGoals) => void): Promise<void>;
  /** Lets what was written last reach the journey. */
  close(): Promise<void>;
}

interface ChangedWords {
  readonly helpingQuestion: string;
  /** The words it was changed from; null: those kept. */
  readonly basedOn: string | null;
}
type SentGoals = Parameters<typeof goalsAsSent>[1];
interface CycleRating {
  readonly goalId: GoalId;
  readonly cycleNumber: number;
  readonly value: number | null;
}
interface PlacedGoal {
  readonly goalId: GoalId;
  readonly place: GoalPlace;
  readonly value: number | null;
}

/** Words are followed so long after they were written: typing is many edits. */
const followAfterMs = 200;

/** Keeps the focus of all journeys one; `tell` reaches everybody in a review's room. */
export function createFocus(parts: {
  readonly context: Pick<AppContext, "stores" | "clock" | "random" | "log">;
  readonly boards: Pick<Boards, "changeDoc" | "readDoc" | "onFocus">;
  readonly tell: (reviewId: ReviewId, goals: RoomGoals) => void;
}): Focus {
  const { stores, clock, random, log } = parts.context;
  const boards = createFocusBoards(parts);
  const inTurn = createTurns<JourneyId>();
  const waiting = new Map<ReviewId, NodeJS.Timeout>();
  const newId = () => goalIdSchema.parse(random.uuid());

  /** One after the other for each journey, so that a list is never written over a newer one. */
  function withJourney<Outcome extends Result<unknown, string>>(
    journeyId: JourneyId,
    work: (journey: Journey) => Promise<Outcome>,
  ): Promise<Outcome | Result<never, "not-found">> {
    return inTurn(journeyId, async () => {
      const journey = await stores.journeys.read(journeyId);
      return journey === null ? fail("not-found") : await work(journey);
    });
  }

  async function withReview<Outcome extends Result<unknown, string>>(
    reviewId: ReviewId,
    work: (journey: Journey) => Promise<Outcome>,
  ): Promise<Outcome | Result<never, "not-found">> {
    const review = await stores.reviews.find(reviewId);
    return review === null ? fail("not-found") : await withJourney(review.journeyId, work);
  }

  /** After any change of the list or its numbers. */
  async function tellRooms(journeyId: JourneyId): Promise<Result<null, never>> {
    const journey = await stores.journeys.read(journeyId);
    if (journey !== null) await boards.tellRooms(journey);
    return ok(null);
  }

  async function rate(journey: Journey, rating: CycleRating): Promise<Result<null, "not-found">> {
    const { goalId, cycleNumber, value } = rating;
    const cycleId = journey.cycles.find(({ number }) => number === cycleNumber)?.cycleId;
    const isKept = journey.goals.some((goal) => goal.goalId === goalId);
    if (cycleId === undefined || !isKept) return fail("not-found");
    await stores.journeys.rateGoal({ goalId, cycleId, value }, clock.nowMs());
    return await tellRooms(journey.journeyId);
  }

  async function follow(reviewId: ReviewId): Promise<void> {
    clearTimeout(waiting.get(reviewId));
    waiting.delete(reviewId);
    await withReview(reviewId, async (journey) => {
      await boards.follow(journey, reviewId);
      return ok(null);
    });
  }

  /** What was written before a board was signed is on its way already, and newer than what is kept. */
  async function catchUp(reviewId: ReviewId): Promise<void> {
    if (waiting.has(reviewId)) return;
    await withReview(reviewId, async (journey) => {
      await boards.catchUp(journey, reviewId);
      return ok(null);
    });
  }

  const failed = (reviewId: ReviewId) => (error: unknown) =>
    log.error({ reviewId, error }, "a journey and a board did not agree on their focus");

  const stopHearing = parts.boards.onFocus((reviewId, news) => {
    if (news === "thawed") catchUp(reviewId).catch(failed(reviewId));
    else if (!waiting.has(reviewId)) {
      const soon = () => void follow(reviewId).catch(failed(reviewId));
      waiting.set(reviewId, setTimeout(soon, followAfterMs));
    }
  });

  return {
    setQuestion: (journeyId, { helpingQuestion, basedOn }) =>
      withJourney(journeyId, async (journey) => {
        const words = mergeWords(
          basedOn ?? journey.helpingQuestion,
          helpingQuestion,
          journey.helpingQuestion,
        );
        await boards.keep(journey, fitted({ ...focusOf(journey), helpingQuestion: words }), null);
        return ok(null);
      }),
    setGoals: (journeyId, sent) =>
      withJourney(journeyId, async (journey) => {
        const before = focusOf(journey);
        const goals = goalsAsSent(before.goals, sent, { newId, merge: mergeWords });
        if (!goals.ok) return goals;
        await boards.keep(journey, fitted({ ...before, goals: goals.value }), null);
        return await tellRooms(journeyId);
      }),
    rate: (journeyId, rating) => withJourney(journeyId, (journey) => rate(journey, rating)),
    addGoal: (reviewId, text) =>
      withReview(reviewId, async (journey) => {
        const before = focusOf(journey);
        const goalId = newId();
        const goals = withGoalAdded(before.goals, { goalId, text });
        if (!goals.ok) return goals;
        const kept = await boards.keepFrom(reviewId, journey, { ...before, goals: goals.value });
        if (!kept.ok) return kept;
        await tellRooms(journey.journeyId);
        return ok({ goalId });
      }),
    removeGoal: (reviewId, goalId) =>
      withReview(reviewId, async (journey) => {
        const before = focusOf(journey);
        const goals = before.goals.filter((goal) => goal.goalId !== goalId);
        const kept = await boards.keepFrom(reviewId, journey, { ...before, goals });
        return kept.ok ? await tellRooms(journey.journeyId) : kept;
      }),
    placeGoal: (reviewId, { goalId, place, value }) =>
      withReview(reviewId, async (journey) => {
        const here = findReview(journey, reviewId);
        if (place === "now") {
          if (here === undefined || here.kind === "focus") return fail("not-found");
          return await rate(journey, { goalId, cycleNumber: here.cycleNumber, value });
        }
        const before = focusOf(journey);
        const goals = withGoalPlaced(before.goals, goalId, { [place]: value });
        if (!goals.ok) return goals;
        await boards.keep(journey, { ...before, goals: goals.value }, reviewId);
        return await tellRooms(journey.journeyId);
      }),
    greet: async (reviewId, tell) => {
      try {
        await withReview(reviewId, async (journey) => {
          if (!waiting.has(reviewId)) await boards.followLate(journey, reviewId);
          const here = findReview(journey, reviewId);
          if (here !== undefined) tell(roomGoals(journey, here.cycleNumber));
          return ok(null);
        });
      } catch (error) {
        failed(reviewId)(error);
      }
    },
    close: async () => {
      stopHearing();
      const last = [...waiting.keys()];
      await Promise.all(last.map((reviewId) => follow(reviewId).catch(failed(reviewId))));
    },
  };
}

function findReview({ cycles }: Journey, reviewId: ReviewId) {
  return cycles
    .flatMap(({ number, reviews }) => reviews.map((each) => ({ ...each, cycleNumber: number })))
    .find((each) => each.reviewId === reviewId);
}
