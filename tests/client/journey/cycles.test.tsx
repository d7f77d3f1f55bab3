import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Router } from "wouter";
import { Cycles } from "#client/features/journey/Cycles.tsx";
import type { Cycle, Journey, Review } from "#shared/domain/journey.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";

const aim = { text: "Count to five", whereWhen: "Snack time", howDidItGo: "" };

function buildCycle(
  number: number,
  reviews: readonly Partial<Review>[],
  aims: Cycle["aims"],
): Cycle {
  const held = (changes: Partial<Review>): Review => ({
    reviewId: newId.review(),
    kind: "review",
    startsAtMs: morningMs,
    state: "ended",
    locked: false,
    practitionerFirst: true,
    nextOn: null,
    nextWhat: "",
    invites: [],
    ...changes,
  });
  return { cycleId: newId.cycle(), number, clips: [], reviews: reviews.map(held), aims };
}

function show(cycles: Cycle[]): string {
  const journey: Journey = {
    journeyId: newId.journey(),
    practitionerName: "Callum",
    childName: "Kit",
    setting: "",
    helpingQuestion: "",
    goals: [],
    people: [],
    lawfulBasis: "",
    assentSigns: "",
    usesOutcomes: false,
    countsPauses: false,
    plannedEnd: { keeps: "", deletesOn: null },
    cycles,
    end: null,
  };
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Router ssrPath="/">
        <Cycles journey={journey} />
      </Router>
    </QueryClientProvider>,
  );
}

it("[JN83] a new cycle begins with the last aims, until its own review was held", () => {
  const first = buildCycle(1, [{}], [aim]);

  expect(show([first, buildCycle(2, [], [])])).toContain("To come back to, from cycle 1");
  expect(show([first, buildCycle(2, [{}], [])])).not.toContain("To come back to");
});

it("[JN83] earlier cycles are folded to a line, but for one whose meeting is still to come", () => {
  const newest = buildCycle(2, [], []);
  const folded = show([buildCycle(1, [{}], [aim]), newest]);

  expect(folded.match(/<details/g)).toHaveLength(1);
  expect(folded).toContain("review done, 1 to do more of");
  expect(show([buildCycle(1, [{ state: "planned" }], []), newest])).not.toContain("<details");
});

it("[JN81] what can be planned is named for what it most likely is", () => {
  const held = (number: number) => buildCycle(number, [{}], []);

  expect(show([buildCycle(1, [], [])])).toContain("Plan the first talk");
  expect(show([held(1), buildCycle(2, [], [])])).toContain("Plan a shared review");
  expect(show([held(1), held(2), held(3)])).toContain("Plan the last review");
});

it("[JN41] the day of the next film is there for a calendar after the newest review alone", () => {
  const film = { nextOn: "2026-12-01", nextWhat: "Snack" };
  const noted = show([buildCycle(1, [film, {}], [])]);

  expect(show([buildCycle(1, [film], [])])).toContain("For your calendar");
  expect(noted).toContain("The next film: 1 December 2026, Snack");
  expect(noted).not.toContain("For your calendar");
});
