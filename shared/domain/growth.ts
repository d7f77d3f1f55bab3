import { z } from "zod";
import { observationFields } from "#shared/board/board-doc.ts";
import type { BoardContent, ObservationContent } from "#shared/board/board-content.ts";
import { clipIdSchema, observationIdSchema, reviewIdSchema } from "./ids.ts";
import { keptAimSchema } from "./journey.ts";
import type { KeptAim, Review } from "./journey.ts";

/** One picture of the film strip: the moment of a cycle, in its words. */
export const stripMomentSchema = z.strictObject({
  reviewId: reviewIdSchema,
  observationId: observationIdSchema,
  /** The practitioner pinned it; otherwise it is the cycle's first. */
  isPinned: z.boolean(),
  /** What both wrote of it, in the order of the board's questions; those nobody answered are left out. */
  words: z.array(z.string()),
  clipTitle: z.string(),
  /** Place in the clip, counted from its start; null where the clip is gone. */
  positionMs: z.int().nonnegative().nullable(),
  /** `review`: a later review held a moment of the same clip. `opened`: it was opened to be watched alone. */
  seenAgain: z.enum(["review", "opened", "no"]),
  /** `notAllowed`: there is a picture that somebody in shot lets nobody keep. */
  still: z.enum(["none", "kept", "notAllowed"]),
});
export type StripMoment = z.infer<typeof stripMomentSchema>;

/** A cycle of the film strip; it may have no moment yet. */
export const stripCycleSchema = z.strictObject({
  cycleNumber: z.int().positive(),
  moment: stripMomentSchema.nullable(),
  aims: z.array(keptAimSchema),
});
export type StripCycle = z.infer<typeof stripCycleSchema>;

/** A review as far as the strip goes; a board that is still being written is none. */
export interface StripReview extends Pick<Review, "reviewId" | "kind" | "startsAtMs"> {
  readonly board: BoardContent | null;
  /** As which participants the practitioner was invited to it. */
  readonly practitionerIds: readonly string[];
}

/** Everything a film strip is read off. */
export interface StripFacts {
  readonly cycles: readonly {
    readonly number: number;
    readonly aims: readonly KeptAim[];
    readonly reviews: readonly StripReview[];
  }[];
  /** The clips that are there, by id; `framesMs` is when each of their frames starts. */
  readonly clips: ReadonlyMap<
    string,
    { readonly title: string; readonly framesMs: readonly number[] }
  >;
  /** The clips that were ever opened to be watched alone. */
  readonly openedClipIds: ReadonlySet<string>;
  /** Moments with a picture, and whether everybody in shot lets the practitioner keep it. */
  readonly stills: ReadonlyMap<string, boolean>;
}

/** What the strip shows of each cycle, the same for the same facts: see `stripPick`. */
export function buildFilmStrip(facts: StripFacts): StripCycle[] {
  return facts.cycles
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, aims, reviews }) => {
      const pick = stripPick(reviews);
      return {
        cycleNumber: number,
        moment: pick === null ? null : momentOf(pick, facts),
        aims: [...aims],
      };
    });
}

/** A moment and the review it is of. */
export interface StripPick {
  readonly review: StripReview;
  readonly observation: ObservationContent;
}

/**
 * The moment that stands for a cycle: the first the practitioner pinned, in the order of the reviews and
 * of each board; else the first with words; else the first. Null where no board has one.
 */
export function stripPick(reviews: readonly StripReview[]): StripPick | null {
  const all = inTime(reviews).flatMap((review) =>
    (review.board?.observations ?? []).map((observation) => ({ review, observation })),
  );
  return (
    all.find(isPinned) ??
    all.find(({ observation }) => wordsOf(observation).length > 0) ??
    all[0] ??
    null
  );
}

function isPinned({ review, observation }: StripPick): boolean {
  return observation.pinnedBy.some((id) => review.practitionerIds.includes(id));
}

function inTime(reviews: readonly StripReview[]): StripReview[] {
  return reviews
    .filter(({ kind }) => kind !== "focus")
    .toSorted(
      (one, other) => one.startsAtMs - other.startsAtMs || (one.reviewId < other.reviewId ? -1 : 1),
    );
}

/** What both wrote of a moment, in the order of the board's questions, without those nobody answered. */
export const wordsOf = ({ words }: ObservationContent): string[] =>
  observationFields.map((field) => words[field].trim()).filter((one) => one !== "");

function momentOf(
  pick: StripPick,
  { cycles, clips, openedClipIds, stills }: StripFacts,
): StripMoment {
  const { review, observation } = pick;
  const { clipId, frame } = observation.anchor;
  const clip = clips.get(clipId);
  const placeMs = clip?.framesMs[frame];
  const isInLater = inTime(cycles.flatMap(({ reviews }) => reviews))
    .filter(({ startsAtMs }) => startsAtMs > review.startsAtMs)
    .some(({ board }) => board?.observations.some(({ anchor }) => anchor.clipId === clipId));
  const mayKeep = stills.get(observation.observationId);
  return {
    reviewId: review.reviewId,
    observationId: observationIdSchema.parse(observation.observationId),
    isPinned: isPinned(pick),
    words: wordsOf(observation),
    clipTitle: clip?.title ?? "",
    positionMs: placeMs === undefined ? null : Math.round(placeMs),
    seenAgain: isInLater ? "review" : openedClipIds.has(clipId) ? "opened" : "no",
    still: mayKeep === undefined ? "none" : mayKeep ? "kept" : "notAllowed",
  };
}

/** A clip that was opened for its practitioner to watch alone, until that instant (epoch UTC). */
export const rewatchSchema = z.strictObject({
  clipId: clipIdSchema,
  closesAtMs: z.int().nonnegative(),
});
export type Rewatch = z.infer<typeof rewatchSchema>;

const dayMs = 86_400_000;

/** For how long a clip is opened to be watched alone, unless said otherwise and at the most: to the end of a day. */
export const rewatchLimits = { usualMs: 14 * dayMs, mostDays: 60, mostMs: 61 * dayMs } as const;
