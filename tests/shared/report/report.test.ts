import { expect, it } from "vitest";
import { buildReport } from "#shared/report/build-report.ts";
import { canonicalReport } from "#shared/report/report.ts";
import { beforeAgreement, shownReport } from "#shared/report/shown-report.ts";
import { newId } from "#tests/helpers/build-records.ts";
import {
  buildAim,
  buildBoard,
  buildJourney,
  buildMoment,
  buildReportFacts,
  noChoices,
} from "#tests/helpers/build-report.ts";

const clipId = newId.clip();
const anchor = { clipId, clipRev: "a".repeat(64), frame: 2 };

it("[JN60] tells the moments in the order of the board, with clip, place and principles", () => {
  const board = buildBoard({
    observations: [
      buildMoment(
        { initiative: " Zara looks up ", followedBy: "She laughs." },
        { anchor, endFrame: 3, principleIds: ["receiving.nods", "receiving", "attentive"] },
      ),
      buildMoment({ initiative: "   " }),
      buildMoment({ feeling: "warm" }),
    ],
  });
  const clips = [{ clipId, title: "Blocks", framesMs: [0, 33.3, 66.7, 100] }];

  const { moments } = buildReport(buildReportFacts({ board, clips }), noChoices);

  expect(moments).toMatchObject([
    {
      clipTitle: "Blocks",
      positionMs: 67,
      endMs: 100,
      initiative: "Zara looks up",
      hasStill: false,
    },
    { clipTitle: "", positionMs: null, endMs: null, feeling: "warm" },
  ]);
  expect(moments[0]?.principles.map(({ familyId }) => familyId)).toEqual([
    "attentive",
    "receiving",
  ]);
});

it("[JN60] goals stand as they did after this review's cycle, and what a plan calls them only if it is used", () => {
  const goal = {
    goalId: newId.goal(),
    text: "to wait",
    baseline: 4,
    hopedFor: 8,
    outcome: "EHCP 2",
  };
  const ratings = [1, 2, 3].map((cycleNumber) => ({ cycleNumber, value: 4 + cycleNumber }));
  const journey = buildJourney({ goals: [{ ...goal, ratings }] });

  const plain = buildReport(buildReportFacts({ journey, cycleNumber: 2 }), noChoices);
  const used = buildReport(
    buildReportFacts({ journey: { ...journey, usesOutcomes: true } }),
    noChoices,
  );

  expect(plain.goals).toEqual([
    { text: "to wait", baseline: 4, hopedFor: 8, outcome: "", ratings: ratings.slice(0, 2) },
  ]);
  expect(used.goals).toMatchObject([{ outcome: "EHCP 2", ratings: ratings.slice(0, 1) }]);
});

it("[JN60] says what was on the board and nothing of what was left empty", () => {
  const board = buildBoard({
    aims: [buildAim("Wait"), buildAim("", "at snack"), buildAim(" ")],
    earlierAims: [
      { aimId: "1", text: "Hum", whereWhen: "", howDidItGo: "He hummed too." },
      { aimId: "2", text: "Sing", whereWhen: "", howDidItGo: " " },
    ],
  });

  const report = buildReport(buildReportFacts({ board }), noChoices);

  expect(report.aims).toEqual([
    { text: "Wait", whereWhen: "" },
    { text: "", whereWhen: "at snack" },
  ]);
  expect(report.earlierAims).toEqual([{ text: "Hum", howDidItGo: "He hummed too." }]);
  expect(report.wellbeing).toBe("");
});

it("[A21] [JN63] with initials no name is left in any text, whoever wrote it where", () => {
  const name = "Zara";
  const board = buildBoard({
    helpingQuestion: `How do I reach ${name}?`,
    observations: [
      buildMoment(
        {
          initiative: `${name} 1`,
          meaning: `${name} 2`,
          response: `${name} 3`,
          followedBy: `${name} 4`,
          feeling: `Callum and ${name}`,
        },
        { anchor },
      ),
    ],
    aims: [buildAim(`Wait for ${name}`, `with ${name}`)],
    earlierAims: [{ aimId: "1", text: name, whereWhen: "", howDidItGo: `${name}s laugh` }],
  });
  const facts = buildReportFacts({
    board,
    clips: [{ clipId, title: `${name} and blocks`, framesMs: [0, 40, 80] }],
    journey: buildJourney({
      usesOutcomes: true,
      goals: [
        { goalId: newId.goal(), text: name, baseline: 1, hopedFor: 2, outcome: name, ratings: [] },
      ],
    }),
    review: { startsAtMs: 0, nextOn: null, nextWhat: `${name} at snack` },
  });
  const words = `${name}, Nadia, Callum and Amina.`;
  const choices = { practitionerWords: words, guiderWords: words, wellbeing: words };

  const report = buildReport(facts, { ...noChoices, ...choices, usesInitials: true });
  const shown = shownReport(report, ["Amina"]);

  expect(canonicalReport(report)).toContain(name);
  expect(canonicalReport(shown)).not.toMatch(/zara|callum|nadia|amina/i);
  expect(shown.guiderWords).toBe("Z., N., C. and A.");
  expect(shownReport({ ...report, usesInitials: false }, ["Amina"]).childName).toBe(name);
});

it("[JN62] before the practitioner agrees, the guider's copy has nothing the practitioner put in", () => {
  const choices = { ...noChoices, practitionerWords: "I was heard.", wellbeing: "lighter" };
  const report = buildReport(buildReportFacts(), { ...choices, guiderWords: "Thank you." });

  expect(beforeAgreement(report)).toEqual({ ...report, practitionerWords: "", wellbeing: "" });
});

it("[JN61] one report has one spelling, and each word of it counts", () => {
  const report = buildReport(buildReportFacts(), noChoices);
  const turned = Object.fromEntries(Object.entries(report).reverse()) as typeof report;

  expect(canonicalReport(turned)).toBe(canonicalReport(report));
  expect(canonicalReport({ ...report, wellbeing: "well" })).not.toBe(canonicalReport(report));
});
