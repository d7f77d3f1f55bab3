import type { ReviewId } from "./ids.ts";
import type { Cycle, Review } from "./journey.ts";
import type { Person } from "./people.ts";

/** What of a journey decides whether a supervisor may look on in one of its reviews. */
export interface SupervisedJourney {
  readonly people: readonly Person[];
  readonly cycles: readonly {
    readonly clips: readonly Pick<Cycle["clips"][number], "peopleInShot">[];
    readonly reviews: readonly Pick<Review, "reviewId" | "kind">[];
  }[];
}

/**
 * Who has not agreed that the guider's supervisor sees the clips of this review: of the child (for whom
 * a parent or carer says it), the practitioner and everybody in shot of a clip. While there is anybody,
 * the supervisor has no seat.
 */
export function notAgreedToSupervisor(
  { people, cycles }: SupervisedJourney,
  reviewId: ReviewId,
): Person[] {
  const own = cycles.find(({ reviews }) => reviews.some((one) => one.reviewId === reviewId));
  const kind = own?.reviews.find((one) => one.reviewId === reviewId)?.kind;
  // The last review shows the first cycle's clips too.
  const shown = kind === "last" ? [...(cycles[0]?.clips ?? []), ...(own?.clips ?? [])] : own?.clips;
  const inShot = new Set(shown?.flatMap(({ peopleInShot }) => peopleInShot));
  return people.filter(
    ({ personId, relation, permissions }) =>
      (relation === "child" || relation === "practitioner" || inShot.has(personId)) &&
      permissions.supervisorSeesClips !== "given",
  );
}
