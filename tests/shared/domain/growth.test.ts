import { describe, expect, it } from "vitest";
import type { BoardContent } from "#shared/board/board-content.ts";
import { buildFilmStrip } from "#shared/domain/growth.ts";
import type { StripFacts, StripReview } from "#shared/domain/growth.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { buildBoard, buildMoment } from "#tests/helpers/build-report.ts";

const callum = newId.participant();
const nadia = newId.participant();
const clipId = newId.clip();
const anchor = { clipId, clipRev: "a".repeat(64), frame: 1 };

const first = buildMoment({ initiative: "She looked" }, { pinnedBy: [nadia] });
const empty = buildMoment({});
const pinned = buildMoment(
  { response: " I waited ", feeling: "Calm" },
  { pinnedBy: [nadia, callum], anchor },
);
const pinnedLater = buildMoment({ response: "I hummed" }, { pinnedBy: [callum] });

function buildReview(
  startsAtMs: number,
  observations: BoardContent["observations"] | null,
  changes: Partial<StripReview> = {},
): StripReview {
  return {
    reviewId: newId.review(),
    kind: "review",
    startsAtMs,
    board: observations === null ? null : buildBoard({ observations }),
    practitionerIds: [callum],
    ...changes,
  };
}

function buildFacts(
  reviews: readonly StripReview[],
  changes: Partial<Omit<StripFacts, "cycles">> = {},
  later: readonly StripReview[] = [],
): StripFacts {
  return {
    cycles: [
      { number: 2, aims: [], reviews: later },
      {
        number: 1,
        aims: [{ text: "Wait", whereWhen: "at snack", howDidItGo: "Five turns" }],
        reviews,
      },
    ],
    clips: new Map([[clipId, { title: "Bubbles", framesMs: [0, 40.4] }]]),
    openedClipIds: new Set(),
    stills: new Map(),
    ...changes,
  };
}

const momentOf = (facts: StripFacts) => buildFilmStrip(facts)[0]?.moment;

describe("the film strip", () => {
  it("[N12] [JN50] shows of each cycle, in their order, the practitioner's first pinned moment and the aims", () => {
    const strip = buildFilmStrip(
      buildFacts([buildReview(2, [pinnedLater]), buildReview(1, [first, empty, pinned])]),
    );

    expect(strip).toMatchObject([
      {
        cycleNumber: 1,
        moment: {
          observationId: pinned.observationId,
          isPinned: true,
          words: ["I waited", "Calm"],
          clipTitle: "Bubbles",
          positionMs: 40,
        },
        aims: [{ text: "Wait", whereWhen: "at snack", howDidItGo: "Five turns" }],
      },
      { cycleNumber: 2, moment: null, aims: [] },
    ]);
  });

  it("[N12] [JN50] takes the first moment with words where the practitioner pinned none", () => {
    const moment = momentOf(buildFacts([buildReview(1, [empty, first])]));

    expect(moment).toMatchObject({ observationId: first.observationId, isPinned: false });
    expect(momentOf(buildFacts([buildReview(1, [empty])]))?.observationId).toBe(
      empty.observationId,
    );
  });

  it("[N12] [JN50] tells nothing of a board that is still written, nor of a first talk", () => {
    const facts = buildFacts([buildReview(1, null), buildReview(2, [pinned], { kind: "focus" })]);

    expect(momentOf(facts)).toBeNull();
  });

  it("[N12] [JN50] is the same whatever way its facts come", () => {
    const reviews = [buildReview(1, [first, pinned]), buildReview(1, [pinnedLater])];

    expect(buildFilmStrip(buildFacts(reviews.toReversed()))).toEqual(
      buildFilmStrip(buildFacts(reviews)),
    );
  });

  it("[N12] [JN50] says whether the clip was seen again: in a later review, or opened to be watched alone", () => {
    const reviews = [buildReview(1, [pinned])];
    const openedClipIds = new Set([clipId]);
    const seen = (facts: StripFacts) => momentOf(facts)?.seenAgain;

    expect(seen(buildFacts(reviews))).toBe("no");
    expect(seen(buildFacts(reviews, { openedClipIds }))).toBe("opened");
    expect(
      seen(buildFacts(reviews, { openedClipIds }, [buildReview(2, [buildMoment({}, { anchor })])])),
    ).toBe("review");
  });

  it("[N12] [JN52] names a picture only where there is one, and whether it may be kept", () => {
    const reviews = [buildReview(1, [pinned])];
    const still = (mayKeep: boolean) =>
      momentOf(buildFacts(reviews, { stills: new Map([[pinned.observationId, mayKeep]]) }))?.still;

    expect([momentOf(buildFacts(reviews))?.still, still(true), still(false)]).toEqual([
      "none",
      "kept",
      "notAllowed",
    ]);
  });
});
