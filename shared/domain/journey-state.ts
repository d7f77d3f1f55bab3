import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { leastCycles, reviewedCycles } from "./cycle-steps.ts";
import type { Journey, JourneyEnd, PlannedEnd } from "./journey.ts";

/**
 * Where a journey stands: it goes on, a review of it is open at this moment, it has ended and can be
 * taken up again, or its clips have been deleted as agreed and it is over.
 */
export const journeyStandings = ["going", "inReview", "ended", "over"] as const;
export type JourneyStanding = (typeof journeyStandings)[number];

/** What moves a journey on. `end` also changes what was agreed at an end. */
export const journeyMoves = ["startCycle", "end", "reopen"] as const;
export type JourneyMove = (typeof journeyMoves)[number];

/** Why a move is refused. */
export type MoveRefusal = "review-live" | "journey-ended" | "already-done";

/** The state machine: what each move meets in each standing. There is no most of cycles. */
const moves: Record<JourneyStanding, Record<JourneyMove, MoveRefusal | null>> = {
  going: { startCycle: null, end: null, reopen: "already-done" },
  inReview: { startCycle: null, end: "review-live", reopen: "already-done" },
  ended: { startCycle: "journey-ended", end: null, reopen: null },
  over: { startCycle: "journey-ended", end: "journey-ended", reopen: "journey-ended" },
};

type Standing = Pick<Journey, "cycles" | "end">;

/** Read off the journey and the instant (epoch UTC). */
export function journeyStanding({ cycles, end }: Standing, nowMs: number): JourneyStanding {
  if (end !== null) return nowMs < lastMsOf(end.deletesOn) ? "ended" : "over";
  return cycles.some(({ reviews }) => reviews.some(({ state }) => state === "live"))
    ? "inReview"
    : "going";
}

/** Null when the journey takes this move at that instant. */
export function refusalOfMove(
  journey: Standing,
  move: JourneyMove,
  nowMs: number,
): MoveRefusal | null {
  return moves[journeyStanding(journey, nowMs)][move];
}

/** Whether an end comes before the third reviewed cycle, so that a few words say why. */
export function isEarlyEnd(journey: Pick<Journey, "cycles">): boolean {
  return reviewedCycles(journey) < leastCycles;
}

const dayMs = 86_400_000;

/** The day of an instant, as days run in UTC. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** The last instant of a day, as it ends in UTC. */
export function lastMsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + dayMs - 1;
}

/**
 * The latest day on which clips may go: so many days after the last review that was held, and never
 * before today. Without any review the days begin now.
 */
export function latestDeletion(
  { cycles }: Pick<Journey, "cycles">,
  clipsKeptDays: number,
  nowMs: number,
): string {
  const held = cycles
    .flatMap(({ reviews }) => reviews)
    .filter(({ state, kind }) => state === "ended" && kind !== "focus")
    .map(({ startsAtMs }) => Math.min(startsAtMs, nowMs));
  const fromMs = held.length === 0 ? nowMs : Math.max(...held);
  return dayOf(Math.max(nowMs, fromMs + clipsKeptDays * dayMs));
}

/** The latest day as it will be once a review that is open now has ended. */
export function latestDeletionAfter(
  { cycles }: Pick<Journey, "cycles">,
  clipsKeptDays: number,
  nowMs: number,
): string {
  const held = cycles.map(({ reviews, ...cycle }) => ({
    ...cycle,
    reviews: reviews.map((review) =>
      review.state === "live" ? { ...review, state: "ended" as const } : review,
    ),
  }));
  return latestDeletion({ cycles: held }, clipsKeptDays, nowMs);
}

/** Whether a noted end may stand: its day, if it says one, is not past and not later than `latest`. */
export function isPlannable({ deletesOn }: PlannedEnd, latest: string, nowMs: number): boolean {
  return deletesOn === null || (deletesOn >= dayOf(nowMs) && deletesOn <= latest);
}

/** What is said when a journey ends; without a day the organisation's rule gives it. */
export interface EndWish extends Omit<JourneyEnd, "endedAtMs" | "deletesOn"> {
  readonly deletesOn: string | null;
}

/** The journey's end as it is kept, or why not: a reason is missing, or the day is not one it can be. */
export function endOf(
  journey: Standing,
  wish: EndWish,
  clipsKeptDays: number,
  nowMs: number,
): Result<JourneyEnd, MoveRefusal | "end-reason" | "end-day"> {
  const refusal = refusalOfMove(journey, "end", nowMs);
  if (refusal !== null) return fail(refusal);
  const isEarly = isEarlyEnd(journey);
  if (isEarly && wish.reason === "") return fail("end-reason");
  const latest = latestDeletion(journey, clipsKeptDays, nowMs);
  const deletesOn = wish.deletesOn ?? latest;
  if (deletesOn < dayOf(nowMs) || deletesOn > latest) return fail("end-day");
  return ok({
    endedAtMs: journey.end?.endedAtMs ?? Math.floor(nowMs),
    reason: isEarly ? wish.reason : "",
    keeps: wish.keeps,
    deletesOn,
  });
}
