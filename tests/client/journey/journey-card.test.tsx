import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Router } from "wouter";
import { JourneyCard } from "#client/features/journey/JourneyCard.tsx";
import { dayWords } from "#client/lib/dates.ts";
import { cycleLineOf } from "#shared/domain/cycle-line.ts";
import type { Journey, JourneySummary, Review } from "#shared/domain/journey.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";

const pair = { practitionerName: "Callum", childName: "Ada", setting: "", helpingQuestion: "" };

function show(
  reviews: readonly Pick<Review, "kind" | "state">[],
  end: JourneySummary["end"] = null,
): string {
  const journeyId = newId.journey();
  const about = { startsAtMs: morningMs, locked: false, practitionerFirst: true };
  const agreed = { nextOn: null, nextWhat: "", invites: [] };
  const cycle = {
    cycleId: newId.cycle(),
    number: 1,
    clips: [],
    reviews: reviews.map((one) => ({ reviewId: newId.review(), ...about, ...agreed, ...one })),
    aims: [],
  };
  const journey: Journey = {
    journeyId,
    ...pair,
    goals: [],
    people: [],
    lawfulBasis: "",
    assentSigns: "",
    usesOutcomes: false,
    countsPauses: false,
    plannedEnd: { keeps: "", deletesOn: null },
    cycles: [cycle],
    end: null,
  };
  const summary = { journeyId, ...pair, cycles: 1, clips: 0, next: null, end };
  const lines = end === null ? [cycleLineOf(journey, cycle)] : [];
  return renderToStaticMarkup(
    <Router ssrPath="/">
      <JourneyCard summary={{ ...summary, lines }} />
    </Router>,
  );
}

it("[JN92] a cycle's line names its next meeting for what it is", () => {
  expect(show([{ kind: "focus", state: "planned" }])).toContain("Cycle 1: first talk");
  expect(show([{ kind: "last", state: "planned" }])).toContain("Cycle 1: last review");
});

it("[JN92] a cycle counts as reviewed by its shared review, not by a talk about what is hoped for", () => {
  const talk = { kind: "focus", state: "ended" } as const;

  expect(show([talk])).toContain("Cycle 1: no clips yet");
  expect(show([talk, { kind: "review", state: "ended" }])).toContain("Cycle 1: review done");
});

it("[JN92] an ended journey has no step that comes now; it says when it ended", () => {
  const shown = show([], { endedAtMs: morningMs, deletesOn: "2026-03-12" });

  expect(shown).toContain(`1 cycle, ended on ${dayWords(morningMs)}`);
  expect(shown).not.toContain('aria-current="step"');
  expect(show([])).toContain('aria-current="step"');
});
