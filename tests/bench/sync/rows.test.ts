import { describe, expect, it } from "vitest";
import { measureCycle } from "./measure-cycle.ts";
import { withSection } from "./report.ts";
import type { Testimony } from "./sides.ts";
import { summarise } from "./summary.ts";
import { targetRows } from "./sync-rows.ts";
import { atMost, below, judge } from "./verdicts.ts";

/** One side of a cycle: play pressed at 0, moving from 200 ms on, paused at 4 s, all so much late. */
function side(options: { readonly lateMs: number; readonly isPresser: boolean }): Testimony {
  const pictures = Array.from({ length: 96 }, (_, n) => ({
    atMs: n === 0 ? -500 : 160 + n * 40 + options.lateMs,
    number: 20 + n,
    missed: 0,
  }));
  const presses = [0, 4_000].map((atMs) => ({ atMs, kind: "k" }));
  return {
    pictures,
    presses: options.isPresser ? presses : [],
    claims: [{ atMs: 4_100, isMade: true }],
    events: [{ atMs: 100, kind: "seeking" }],
    clockErrorMs: 0.1,
  };
}

function cycleOf(lateMs: number) {
  const heard = [side({ lateMs: 0, isPresser: true }), side({ lateMs, isPresser: false })] as const;
  return { ...measureCycle(heard, 0), frames: [115, 115] as const, rested: true };
}

const oursAt = (lateMs: number) => summarise([cycleOf(lateMs), cycleOf(lateMs)]);
const verdictOf = (rows: ReturnType<typeof targetRows>, quantity: string) =>
  rows.find((row) => row.quantity.startsWith(quantity))?.verdict;

describe("the rows of the table", () => {
  it("[PB64] a cycle is measured from two seconds after play until the press of pause", () => {
    const cycle = cycleOf(16);

    expect(cycle.differencesMs).toHaveLength(50);
    expect(new Set(cycle.differencesMs)).toEqual(new Set([16]));
    expect(cycle).toMatchObject({ movingMs: 216, stillMs: 0, presserStillMs: 0, hardSeeks: 0 });
    expect(cycle.shared.sameMs / cycle.shared.seenMs).toBeCloseTo(0.6, 2);
  });

  it("[PB65] a row is met, not met, or on a machine that was not calm inconclusive", () => {
    expect(judge([atMost(16, 17), below(3, 4)], false)).toBe("met");
    expect(judge([atMost(16, 17), below(4, 4)], true)).toBe("not met");
    expect(judge([atMost(18, 17)], false)).toBe("inconclusive");
  });

  it("[PB65] what was not measured, or never came about, is never called met", () => {
    const nothing = targetRows("L", {}, undefined, true);
    const never = targetRows("L", { ours: oursAt(0), joins: [900, null, null] }, undefined, true);

    expect(nothing.map(({ verdict }) => verdict)).not.toContain("met");
    expect(verdictOf(never, "join a playing room")).toBe("not met");
    expect(verdictOf(never, "10 s cut")).toBe("not measured");
  });

  it("[PB65] ours is judged by the targets, against the floor and against timingsrc", () => {
    const results = { ours: oursAt(0.4), timingsrc: oursAt(16) };

    const rows = targetRows("L", results, oursAt(33), true);
    const behind = targetRows("L", { ours: oursAt(33), timingsrc: oursAt(16) }, oursAt(33), true);

    expect(verdictOf(rows, "same-frame difference")).toBe("met");
    expect(verdictOf(rows, "ours / floor: p95")).toBe("met");
    expect(verdictOf(rows, "ours / timingsrc: p95")).toBe("met");
    expect(verdictOf(behind, "same-frame difference")).toBe("not met");
    expect(verdictOf(behind, "ours / floor: p95")).toBe("not met");
    expect(verdictOf(behind, "ours / timingsrc: p95")).toBe("not met");
  });

  it("[PB65] a result replaces its own section of the page and no other", () => {
    const page = "# Benchmarks\n\n## a\n\nold\n\n## b\n\nkept\n";

    expect(withSection(page, "a", "## a\n\nnew\n")).toBe(
      "# Benchmarks\n\n## a\n\nnew\n\n## b\n\nkept\n",
    );
    expect(withSection(page, "c", "## c\n\nnew\n")).toBe(`${page}\n## c\n\nnew\n`);
  });
});
