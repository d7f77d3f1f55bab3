import type { Scenario } from "./scenarios.d.mts";
import type { Visitor } from "./visitor.d.mts";

/** All cycles, one after the other, and the last review open now. */
export function fillWholeJourney(
  people: {
    readonly guider: Visitor;
    readonly practitioner: Visitor;
    readonly supervisor: Visitor;
  },
  scenario: Scenario,
): Promise<{
  readonly journeyId: string;
  readonly reviewId: string;
  /** The secret of the strengths summary's link. */
  readonly summary: string;
  /** The secret of the practitioner's link to their own place. */
  readonly own: string;
  /** The secret of the link to what is held. */
  readonly held: string;
}>;
