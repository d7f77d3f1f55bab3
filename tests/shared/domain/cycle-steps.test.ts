import { describe, expect, test } from "vitest";
import { cycleSteps, likelyKind, reviewedCycles } from "#shared/domain/cycle-steps.ts";
import type { Cycle, Goal, Review } from "#shared/domain/journey.ts";
import { goalIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { randomUUID } from "node:crypto";

const goal: Goal = {
  goalId: goalIdSchema.parse(randomUUID()),
  text: "Kit and I go back and forth",
  baseline: 3,
  hopedFor: 7,
  outcome: "",
  ratings: [],
};
const hopes = { helpingQuestion: "How can I tell?", goals: [goal] };
const nothing: Pick<Cycle, "clips" | "reviews" | "aims"> = { clips: [], reviews: [], aims: [] };
const aim = { text: "Wait", whereWhen: "at snack", howDidItGo: "" };

function review(state: Review["state"], kind: Review["kind"] = "review"): Review {
  return {
    reviewId: reviewIdSchema.parse(randomUUID()),
    kind,
    startsAtMs: 0,
    state,
    locked: false,
    practitionerFirst: true,
    nextOn: null,
    nextWhat: "",
    invites: [],
  };
}

const words = (...given: Parameters<typeof cycleSteps>) =>
  cycleSteps(...given)
    .map(({ name, state }) => `${name} ${state}`)
    .join(", ");

describe("where a cycle stands", () => {
  test("[JN1] each step waits for the one before it, and is done by what is there", () => {
    expect(words({ helpingQuestion: "", goals: [] }, nothing)).toBe(
      "focus now, film later, clips later, review later, reflect later",
    );
    expect(words(hopes, nothing)).toBe(
      "focus done, film now, clips later, review later, reflect later",
    );
    expect(words(hopes, { ...nothing, reviews: [review("ended")], aims: [aim] })).toBe(
      "focus done, film now, clips later, review done, reflect done",
    );
  });

  test("[JN1] a helping question without a hope, or a review that is only planned, is not done yet", () => {
    expect(words({ ...hopes, goals: [] }, nothing)).toContain("focus now");
    expect(words(hopes, { ...nothing, reviews: [review("planned")], aims: [aim] })).toContain(
      "review later, reflect later",
    );
  });

  test("[JN2] a cycle counts once its review was held, however often it was planned", () => {
    const cycle = (...states: Review["state"][]) =>
      ({ reviews: states.map((state) => review(state)) }) as Cycle;

    expect(reviewedCycles({ cycles: [cycle("planned"), cycle("ended", "ended"), cycle()] })).toBe(
      1,
    );
  });

  test("[JN2] a talk about what is hoped for is no review", () => {
    const talk = { reviews: [review("ended", "focus")] } as Cycle;

    expect(reviewedCycles({ cycles: [talk] })).toBe(0);
    expect(words(hopes, { ...nothing, ...talk })).toContain("review later");
  });

  test("[JN81] the first meeting is most likely for what is hoped for, a later one for clips, and one after the third cycle is the last", () => {
    const talk = { ...nothing, reviews: [review("ended", "focus")] };
    const held = { ...nothing, reviews: [review("ended")] };

    expect(likelyKind({ cycles: [] })).toBe("focus");
    expect(likelyKind({ cycles: [nothing] })).toBe("focus");
    expect(likelyKind({ cycles: [talk] })).toBe("review");
    expect(likelyKind({ cycles: [held, held] })).toBe("review");
    expect(likelyKind({ cycles: [held, held, nothing] })).toBe("review");
    expect(likelyKind({ cycles: [held, held, held] })).toBe("last");
    expect(likelyKind({ cycles: [held, held, held, nothing] })).toBe("review");
  });
});
