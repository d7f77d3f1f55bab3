import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { AllOwn } from "#client/features/own/own-file.ts";
import { ownText } from "#client/features/own/own-text.ts";
import { ownTellers } from "#client/pages/own-tellers.ts";
import { noAnswers } from "#shared/domain/check-in.ts";
import type { CheckIn } from "#shared/domain/check-in.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import { heldSchema } from "#shared/protocol/held-routes.ts";
import type { OwnReport } from "#shared/protocol/report-routes.ts";
import { buildReport } from "#shared/report/build-report.ts";
import { emptySummary } from "#shared/report/summary.ts";
import { newId } from "#tests/helpers/build-records.ts";
import {
  buildAim,
  buildBoard,
  buildMoment,
  buildReportFacts,
  noChoices,
} from "#tests/helpers/build-report.ts";

const dayAtMs = new Date("2026-03-03T12:00").getTime();
const reviewId = newId.review();

const checkIn: CheckIn = {
  reviewId,
  moment: "before",
  cycleNumber: 1,
  answers: { ...noAnswers, confidence: 3, growth: 0, word: "calm" },
  isShared: false,
  changedAtMs: dayAtMs,
};
const board = buildBoard({
  helpingQuestion: "How do I wait for Zara?",
  observations: [buildMoment({ response: "I leaned in." })],
  aims: [buildAim("Wait with an open hand", "at snack")],
});

function buildOwnReport(agreedAtMs: number | null): OwnReport {
  const own = { words: "I liked the quiet.", wellbeing: "Rested." };
  const report = buildReport(buildReportFacts({ board }), {
    ...noChoices,
    practitionerWords: own.words,
    wellbeing: own.wellbeing,
    guiderWords: "guider-only-canary",
  });
  return {
    reviewId,
    report: { ...report, heldAtMs: dayAtMs },
    own,
    sha256: "a".repeat(64),
    agreedAtMs,
  };
}

const held = heldSchema.parse({
  name: "Callum",
  relation: "practitioner",
  people: [
    {
      personId: newId.person(),
      name: "Callum",
      relation: "practitioner",
      permissions: Object.fromEntries(
        purposeSchema.options.map((one) => [one, one === "film" ? "given" : "notAsked"]),
      ),
      decidedAtMs: { film: dayAtMs },
      clips: 2,
      pictures: 0,
      words: ["notes"],
    },
  ],
  seenBy: [
    { role: "guider", name: "Nadia" },
    { role: "practitioner", name: "Callum" },
  ],
  countsPauses: false,
  deletesOn: null,
  clipsKeptDays: 60,
  wordsKeptMonths: 12,
  safeguardingContact: "",
});

const buildAll = (changes: Partial<AllOwn> = {}): AllOwn => ({
  cycles: [
    {
      number: 1,
      aims: [{ text: "Wait", whereWhen: "at snack", howDidItGo: "" }],
      moments: [
        {
          reviewId,
          observationId: observationIdSchema.parse(randomUUID()),
          clipTitle: "Two bowls",
          positionMs: 12_300,
          words: ["I waited."],
          hasStill: true,
        },
      ],
      notes: ["one\ntwo"],
    },
  ],
  checkIns: [checkIn],
  reports: [buildOwnReport(dayAtMs)],
  strengths: {
    ...emptySummary,
    intro: "What I do well.",
    lines: [{ lineId: "a-b-did", text: "I wait." }],
  },
  held,
  ...changes,
});

const tell = (all: AllOwn) => ownText(all, ownTellers, dayAtMs);

it("[JN36] [JN42] [T3] tells a filled place in words, line by line", () => {
  expect(tell(buildAll()).split("\n")).toEqual([
    "My place",
    "Taken away on 3 March 2026",
    "",
    "My words and aims",
    "  Cycle 1",
    "    What I will do more of",
    "      Wait",
    "        Where and when: at snack",
    "    Moments I pinned as mine",
    "      Two bowls, 0:12",
    "        I waited.",
    "    Notes only you can read",
    "      - one",
    "      two",
    "",
    "How are you?",
    "  Cycle 1, before, 3 March 2026",
    "    Confidence: mostly",
    "    Growth: not yet",
    "    Restoration: left out",
    "    Readiness: left out",
    "    Word: calm",
    "    Only you can see it.",
    "",
    "Reports",
    "  Report of cycle 1, 3 March 2026",
    "    You agreed",
    "    Helping question",
    "      How do I wait for Zara?",
    "    What we saw",
    "      Moment 1",
    "        How it was answered: I leaned in.",
    "    Callum will do more of",
    "      Wait with an open hand",
    "        at snack",
    "    Our words",
    "      Callum: I liked the quiet.",
    "    How Callum is",
    "      Rested.",
    "",
    "My strengths",
    "  What I do well.",
    "  I wait.",
    "",
    "What is kept",
    "  2 short film clips. The whole film is never kept here.",
    "  No still picture.",
    "  Your own notes. Only you can open them.",
    "",
    "Who can see it",
    "  Nadia, who guides the reviews",
    "  You, in a shared review",
    "  Nobody else can open the clips here.",
    "",
    "Until when",
    "  When the work together has ended, clips and pictures are deleted at the latest 60 days after the last shared review. No clip is kept for longer than a year.",
    "  Written words are deleted at the latest 12 months after the end of the work together.",
    "  You can ask Nadia to delete something sooner.",
    "",
    "What you agreed to",
    "  Being filmed in an ordinary activity: You agreed, 3 March 2026",
    "  Short clips in the shared review: Not asked",
    "  The guider's supervisor seeing the clips: Not asked",
    "  Recording the review itself, for supervision: Not asked",
    "  The practitioner keeping still pictures: Not asked",
    "  Showing a clip to named colleagues: Not asked",
    "  Using a clip in training: Not asked",
    "",
  ]);
});

it("[JN42] there is no id, key or date of a machine in it", () => {
  const words = tell(buildAll());

  expect(words).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[a-f0-9]{64}|\d{4}-\d{2}-\d{2}|\d{13}/);
  expect(words).not.toMatch(/howDidItGo|confidence|isShared|lineId|[{}[\]]/);
});

it("[JN42] what the guider added to a report is not in it, and of one not agreed to only its practitioner's words are", () => {
  const agreed = tell(buildAll());
  const waiting = tell(buildAll({ reports: [buildOwnReport(null)] }));

  expect(agreed).not.toContain("guider-only-canary");
  expect(agreed).toContain("I leaned in.");
  expect(waiting).not.toContain("guider-only-canary");
  expect(waiting).not.toContain("I leaned in.");
  expect(waiting).toContain("What I would like to say: I liked the quiet.");
});

it("[JN42] a place with nothing in it yet tells what is held, and no empty heading", () => {
  const words = tell(buildAll({ cycles: [], checkIns: [], reports: [], strengths: emptySummary }));

  expect(words.split("\n").slice(0, 4)).toEqual([
    "My place",
    "Taken away on 3 March 2026",
    "",
    "What is kept",
  ]);
});
