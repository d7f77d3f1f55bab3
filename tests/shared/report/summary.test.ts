import { expect, it } from "vitest";
import {
  emptySummary,
  namesToReplace,
  proposeLines,
  summaryLimits,
  summarySchema,
  withoutNames,
} from "#shared/report/summary.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { buildAim, buildBoard, buildJourney, buildMoment } from "#tests/helpers/build-report.ts";

const asTheyAre = (text: string) => text;

it("[T2] [JN66] proposes what was done with what followed, how it felt, aims and how they went, by cycle", () => {
  const content = buildBoard({
    observations: [
      buildMoment({ initiative: "looks", response: "I waited", followedBy: "She laughed." }),
      buildMoment({ meaning: "only this", feeling: "seen" }),
    ],
    aims: [buildAim("Wait"), buildAim(" ")],
    earlierAims: [
      { aimId: "a1", text: "Hum", whereWhen: "", howDidItGo: "He hummed too" },
      { aimId: "a2", text: "Sing", whereWhen: "", howDidItGo: "" },
    ],
  });
  const reviewId = newId.review();

  const lines = proposeLines([{ reviewId, cycleNumber: 2, content }], asTheyAre);

  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ["did", "I waited. She laughed."],
    ["felt", "seen"],
    ["went", "Hum. He hummed too"],
    ["aim", "Wait"],
  ]);
  expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(4);
  expect(lines.every(({ cycleNumber }) => cycleNumber === 2)).toBe(true);
  expect(emptySummary.lines).toEqual([]);
});

it("[T2] [JN65] the child is a pupil, everybody else what they are, and the practitioner keeps their name", () => {
  const people = [
    { name: "Ben", relation: "inShot" },
    { name: "Callum", relation: "practitioner" },
    { name: "Zara", relation: "child" },
    { name: "Amina", relation: "parentCarer" },
  ] as const;
  const journey = { ...buildJourney(), people };
  const changes = namesToReplace(journey, "Nadia Khan", "child");
  const text = "Zara and Ben came. Amina told Nadia what Callum did.";
  const summary = { ...emptySummary, intro: text, closing: text, lines: [{ lineId: "1", text }] };

  const told = withoutNames(summary, changes);

  const wanted = "A child and somebody else came. A parent told the guider what Callum did.";
  expect([told.intro, told.closing, told.lines[0]?.text]).toEqual([wanted, wanted, wanted]);
});

it("[T2] a summary in which a short name gave way to longer words can still be kept", () => {
  const text = "Bo ".repeat(summaryLimits.restCharacters / 3).trim();
  const lines = [{ lineId: "1", text: text.slice(0, summaryLimits.lineCharacters).trim() }];

  const told = withoutNames({ ...emptySummary, intro: text, closing: text, lines }, [
    { name: "Bo", by: "a pupil" },
  ]);

  expect(summarySchema.parse(told)).toEqual(told);
  expect(JSON.stringify(told)).not.toContain("Bo");
});
