import { describe, expect, it } from "vitest";
import { emptyForm, sentences } from "#client/features/journey/clip-form.ts";
import { withGoal, withoutGoal } from "#client/features/journey/goal-list.ts";
import { isLowerThanToday } from "#shared/domain/goals.ts";
import { qrPath } from "#client/features/journey/qr-path.ts";
import { fromLocalField, momentWords, toLocalField } from "#client/lib/dates.ts";
import { journeySchema } from "#shared/domain/journey.ts";
import type { Journey } from "#shared/domain/journey.ts";

const id = (last: number) => `5d1f7c8e-60f1-4d0a-9c55-7b1f2d3e4a${String(last).padStart(2, "0")}`;
const noonMs = new Date(2026, 10, 22, 12).getTime();

function buildJourney(): Journey {
  const notAsked = Object.fromEntries(
    "film sharedReview supervisorSeesClips recordReview practitionerKeepsStills showcase training"
      .split(" ")
      .map((purpose) => [purpose, "notAsked"]),
  );
  const unrated = { outcome: "", ratings: [] };
  return journeySchema.parse({
    journeyId: id(1),
    practitionerName: "Callum",
    childName: "Kit",
    setting: "",
    helpingQuestion: "",
    goals: [
      { goalId: id(2), text: "Three turns", baseline: 3, hopedFor: 7, ...unrated },
      { goalId: id(3), text: "Kit's pace", baseline: null, hopedFor: null, ...unrated },
    ],
    people: (["child", "parentCarer", "practitioner"] as const).map((relation, index) => ({
      personId: id(10 + index),
      name: relation,
      relation,
      permissions: notAsked,
      decidedAtMs: {},
    })),
    lawfulBasis: "",
    assentSigns: "",
    usesOutcomes: false,
    countsPauses: false,
    plannedEnd: { keeps: "", deletesOn: null },
    end: null,
    cycles: [
      {
        cycleId: id(4),
        number: 1,
        clips: [],
        aims: [],
        reviews: [],
      },
    ],
  });
}

describe("hopes", () => {
  it("[SC8] are changed, added and taken away one at a time", () => {
    const { goals } = buildJourney();
    const words = { text: "New", baseline: 0, hopedFor: 10 };

    expect(withGoal(goals, id(3), words).map((goal) => goal.text)).toEqual(["Three turns", "New"]);
    expect(withGoal(goals, null, words)).toHaveLength(3);
    expect(withoutGoal(goals, id(2)).map((goal) => goal.text)).toEqual(["Kit's pace"]);
  });

  it("[SC8] below today are asked about; unsaid ones never", () => {
    expect(isLowerThanToday(3, 1)).toBe(true);
    expect(isLowerThanToday(3, 3)).toBe(false);
    expect(isLowerThanToday(null, 0)).toBe(false);
    expect(isLowerThanToday(10, null)).toBe(false);
  });
});

describe("a clip's form", () => {
  it("[SC9] begins with child and practitioner in shot, and never a parent", () => {
    expect(emptyForm(buildJourney()).peopleInShot).toEqual([id(10), id(12)]);
  });

  it("[SC9] wants title, initiative, people and file, each in a sentence", () => {
    const empty = { title: " ", initiative: "", description: "", peopleInShot: [] };

    const wanted = sentences(empty, null, "Kit");

    expect(Object.values(wanted).every((sentence) => sentence.endsWith("."))).toBe(true);
    expect(wanted.initiative).toContain("Kit");
  });

  it("[SC9] wants nothing once all is there, and says when a file is too large to send", () => {
    const full = { title: "Cup", initiative: "looked", description: "", peopleInShot: [id(10)] };
    const file = new File(["film"], "cup.mp4");
    const large = Object.defineProperty(new File([], "film.mp4"), "size", { value: 300_000_000 });

    expect(Object.values(sentences(full, file, "Kit")).join("")).toBe("");
    expect(sentences(full, large, "Kit").file).toContain("200 MB");
  });
});

describe("dates", () => {
  it("[SC6] are said as a person says them", () => {
    expect(momentWords(noonMs, noonMs)).toBe("today at 12:00");
    expect(momentWords(noonMs + 86_400_000, noonMs)).toBe("23 November 2026 at 12:00");
  });

  it("[SC6] go through a date field and come back the same", () => {
    expect(fromLocalField(toLocalField(noonMs))).toBe(noonMs);
    expect(fromLocalField("")).toBeNull();
  });
});

describe("the QR code", () => {
  it("[SC1] is drawn with a quiet border and its three corner squares", () => {
    const { path, size } = qrPath(`http://localhost:3000/j#${"A".repeat(43)}`);
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)/gu)].map(([, x, y]) => `${x} ${y}`));

    expect(size).toBeGreaterThan(29);
    expect([...dark].some((place) => place.split(" ").some((at) => Number(at) < 4))).toBe(false);
    for (const corner of ["4 4", `${size - 5} 4`, `4 ${size - 5}`]) expect(dark).toContain(corner);
  });
});
