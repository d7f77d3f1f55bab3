import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { marksAsCsv } from "#shared/studio/marks-csv.ts";
import { answerWithinMs, chainsOf, inOrder, pairsOf, sumOfMarks } from "#shared/studio/marks.ts";

let made = 0;
const newId = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;
const child = (atMs: number, seen = ""): FilmMark => ({
  lane: "child",
  markId: newId(),
  atMs,
  modality: "gaze",
  seen,
});
const adult = (atMs: number, seen = ""): FilmMark => ({
  lane: "adult",
  markId: newId(),
  atMs,
  principleId: "receiving",
  seen,
});
const someMarks = fc.array(
  fc
    .record({ isChild: fc.boolean(), atMs: fc.nat(60_000) })
    .map(({ isChild, atMs }) => (isChild ? child(atMs) : adult(atMs))),
);

describe("marks of a film", () => {
  it("[CP31][N5] an answer within 5 s makes a pair with the latest initiative, with the time between", () => {
    const marks = [
      adult(9_000),
      child(1_000),
      child(2_000),
      adult(3_250),
      child(20_000),
      adult(25_001),
    ];

    const pairs = pairsOf(marks);

    expect(pairs.map(({ initiative, afterMs }) => [initiative.atMs, afterMs])).toEqual([
      [2_000, 1_250],
    ]);
  });

  it("[CP31] pairs hold in any order of marking; each mark is in one pair at most", () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const pairs = pairsOf(marks);

        const ids = pairs.flatMap(({ initiative, response }) => [
          initiative.markId,
          response.markId,
        ]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { initiative, response, afterMs } of pairs) {
          expect([initiative.lane, response.lane]).toEqual(["child", "adult"]);
          expect(afterMs).toBe(response.atMs - initiative.atMs);
          expect(afterMs).toBeGreaterThanOrEqual(0);
          expect(afterMs).toBeLessThanOrEqual(answerWithinMs);
        }
      }),
    );
  });

  it("[CP32] a chain counts a turn each time it passes to the other", () => {
    const marks = [child(0), adult(1_000), adult(1_500), child(3_000), child(30_000)];

    expect(chainsOf(marks).map(({ turns }) => turns)).toEqual([3, 1]);
  });

  it("[CP32] chains hold every mark once, in order, and break only at a longer gap", () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const chains = chainsOf(marks);

        expect(chains.flatMap((chain) => chain.marks)).toEqual(inOrder(marks));
        for (const [n, chain] of chains.entries()) {
          expect(chain.turns).toBeLessThanOrEqual(chain.marks.length);
          const next = chains[n + 1]?.marks[0];
          const last = chain.marks.at(-1);
          const gapMs = next && last ? next.atMs - last.atMs : Infinity;
          expect(gapMs).toBeGreaterThan(answerWithinMs);
        }
      }),
    );
  });

  it("[CP102] [N5] initiatives, answers, the times between, exchanges and turns are counted", () => {
    const marks = [
      child(0),
      adult(1_000),
      adult(1_500),
      child(3_000),
      adult(3_400),
      child(30_000),
      child(60_000),
      adult(62_000),
      adult(90_000),
    ];

    expect(sumOfMarks(marks)).toEqual({
      initiatives: 4,
      answered: 3,
      usualAfterMs: 1_000,
      soonestAfterMs: 400,
      latestAfterMs: 2_000,
      exchanges: 2,
      longestTurns: 4,
    });
    expect(sumOfMarks([])).toMatchObject({ initiatives: 0, usualAfterMs: null, longestTurns: 0 });
  });

  it("[CP33] marks go out as CSV, in order, and no cell is a formula", () => {
    const marks = [adult(2_000, 'smiles, "yes"'), child(1_500, "=1+1"), child(8_000, "\t@now")];

    expect(marksAsCsv(marks)).toBe(
      [
        "lane,at_ms,kind,seen,answered_after_ms,exchange,exchange_turns",
        "child,1500,gaze,'=1+1,500,1,2",
        'adult,2000,receiving,"smiles, ""yes""",,1,2',
        "child,8000,gaze,'\t@now,,2,1",
        "",
      ].join("\r\n"),
    );
  });
});
