import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { JourneyEnd } from "#client/features/journey/JourneyEnd.tsx";
import { endWords } from "#client/lib/end-words.ts";
import { dayOf } from "#shared/domain/journey-state.ts";
import type { Journey, Review } from "#shared/domain/journey.ts";
import { newId } from "#tests/helpers/build-records.ts";

const dayMs = 86_400_000;
const dayIn = (days: number) => dayOf(Date.now() + days * dayMs);
const end = {
  endedAtMs: new Date("2026-03-03T12:00").getTime(),
  reason: "Callum moved school",
  keeps: "Both keep the report.",
  deletesOn: dayIn(3),
};

function buildJourney(state: Review["state"], changes: Partial<Journey>): Journey {
  const review: Review = {
    reviewId: newId.review(),
    kind: "review",
    startsAtMs: end.endedAtMs,
    state,
    locked: false,
    practitionerFirst: true,
    nextOn: null,
    nextWhat: "",
    invites: [],
  };
  return {
    journeyId: newId.journey(),
    practitionerName: "Callum",
    childName: "Ada",
    setting: "",
    helpingQuestion: "",
    goals: [],
    people: [],
    lawfulBasis: "",
    assentSigns: "",
    usesOutcomes: false,
    countsPauses: false,
    plannedEnd: { keeps: "", deletesOn: null },
    cycles: [{ cycleId: newId.cycle(), number: 1, clips: [], reviews: [review], aims: [] }],
    end: null,
    ...changes,
  };
}

function show(state: Review["state"], changes: Partial<Journey> = {}): string {
  const queries = new QueryClient();
  const value = { clipsKeptDays: 60, wordsKeptMonths: 12 };
  queries.setQueryData(["organisation"], { ok: true, value });
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <JourneyEnd journey={buildJourney(state, changes)} />
    </QueryClientProvider>,
  );
}

it("[JN71] [F5.1] an end is on offer at any time but in the middle of a review", () => {
  expect(show("ended")).toContain("End this journey");
  expect(show("live")).not.toContain("End this journey");
  expect(show("live")).toContain("A shared review is open just now.");
});

it("[JN72] [F5.3] says what was agreed and the day, and offers to change it and to go on until then", () => {
  const page = show("ended", { end });

  expect(page).toContain("Ended on 3 March 2026");
  for (const words of [end.reason, end.keeps, "Change what you agreed", "Take it up again"])
    expect(page).toContain(words);
  expect(page).toContain("Clips and pictures are deleted by the end of");
});

it("[JN86] shows what both noted in the room, until the journey has ended", () => {
  const plannedEnd = { keeps: end.keeps, deletesOn: end.deletesOn };

  expect(show("ended", { plannedEnd })).toContain("What you both noted to keep");
  expect(show("ended", { plannedEnd, end })).not.toContain("What you both noted to keep");
  expect(show("ended")).not.toContain("What you both noted to keep");
});

it("[JN72] once the day has passed nothing is on offer", () => {
  const page = show("ended", { end: { ...end, deletesOn: dayIn(-1) } });

  expect(page).toContain("The day to delete clips and pictures was");
  expect(page).not.toContain("<button");
});

it("[JN72] until when is one sentence: the rule, then the day, then that it has passed", () => {
  const nowMs = Date.parse("2026-05-08T23:59:59.999Z");
  const words = (deletesOn: string) => endWords({ deletesOn }, 60, nowMs);

  expect(endWords(null, 60, nowMs)).toContain("60 days after the last shared review");
  expect(words("2026-05-08")).toBe("Clips and pictures are deleted by the end of 8 May 2026.");
  expect(words("2026-05-07")).toBe("The day to delete clips and pictures was 7 May 2026.");
});
