import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { clipIdSchema, journeyIdSchema } from "#shared/domain/ids.ts";
import { dueOf } from "#shared/domain/retention.ts";
import type { KeptJourney } from "#shared/domain/retention.ts";

const clipId = clipIdSchema.parse(randomUUID());
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

function buildKept(changes: Partial<KeptJourney> = {}): KeptJourney {
  return {
    journeyId: journeyIdSchema.parse(randomUUID()),
    end: null,
    wordsKeptMonths: 12,
    clips: [{ clipId, addedAtMs: at("2026-01-10") }],
    liveSinceMs: [],
    ...changes,
  };
}
const ended = { endedAtMs: at("2026-03-01"), deletesOn: "2026-04-30" };
const reasons = (kept: KeptJourney, nowMs: number) => {
  const { clips, isWhole } = dueOf(kept, nowMs);
  return [...clips.map(({ reason }) => reason), ...(isWhole ? ["whole"] : [])];
};

it("[JN73] clips are due when the day that was agreed has ended, and not before", () => {
  const kept = buildKept({ end: ended });

  expect(reasons(kept, Date.parse("2026-04-30T23:59:59.999Z"))).toEqual([]);
  expect(reasons(kept, Date.parse("2026-05-01T00:00:00Z"))).toEqual(["agreed-day"]);
});

it("[JN73] a clip is due at a year old, while its journey goes on and before the agreed day", () => {
  const late = { ...ended, deletesOn: "2027-06-01" };

  for (const end of [null, late]) {
    const kept = buildKept({ end, wordsKeptMonths: 24 });
    expect(reasons(kept, at("2027-01-10") - 1)).toEqual([]);
    expect(reasons(kept, at("2027-01-10"))).toEqual(["oldest-age"]);
  }
  const young = { clipId, addedAtMs: at("2026-12-01") };
  expect(reasons(buildKept({ clips: [young] }), at("2027-02-01"))).toEqual([]);
});

it("[JN73] a clip of a leap day is due on the last day of the month a year later", () => {
  const kept = buildKept({ clips: [{ clipId, addedAtMs: at("2028-02-29") }] });

  expect(reasons(kept, at("2029-02-28") - 1)).toEqual([]);
  expect(reasons(kept, at("2029-02-28"))).toEqual(["oldest-age"]);
});

it("[JN73] words are due so many months after the end, and what is left of the clips with them; never while it goes on", () => {
  const short = buildKept({ end: ended, wordsKeptMonths: 1 });

  expect(reasons(short, at("2026-04-01") - 1)).toEqual([]);
  expect(reasons(short, at("2026-04-01"))).toEqual(["words-kept", "whole"]);
  expect(reasons(buildKept({ clips: [], end: ended }), at("2027-03-01"))).toEqual(["whole"]);
  expect(reasons(buildKept({ clips: [] }), at("2040-01-01"))).toEqual([]);
});

it("[JN74] nothing is taken while a review goes on, and one left open holds it for no longer than a day", () => {
  const kept = buildKept({ liveSinceMs: [at("2027-01-10")] });

  expect(reasons(kept, at("2027-01-11") - 1)).toEqual([]);
  expect(reasons(kept, at("2027-01-11"))).toEqual(["oldest-age"]);
});
