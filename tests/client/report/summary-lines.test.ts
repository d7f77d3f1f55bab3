import { expect, it } from "vitest";
import { groupLines, withLine, withoutLine } from "#client/features/summary/summary-lines.ts";
import { emptySummary } from "#shared/report/summary.ts";

const line = (lineId: string, cycleNumber: number) => ({
  lineId,
  cycleNumber,
  kind: "did" as const,
  text: `proposed ${lineId}`,
});

it("[T2] [JN66] nothing is in a new summary; a line is in once it was put in, and out when taken out", () => {
  const proposed = [line("a", 1), line("b", 2)];
  const before = groupLines({ proposed, summary: emptySummary });

  const put = withLine(emptySummary, "a", "proposed a");
  const [first] = groupLines({ proposed, summary: put });

  expect(before.flatMap(({ lines }) => lines.filter(({ isIn }) => isIn))).toEqual([]);
  expect(first?.lines).toEqual([{ lineId: "a", kind: "did", text: "proposed a", isIn: true }]);
  expect(withoutLine(put, "a")).toEqual(emptySummary);
});

it("[T2] [JN66] a reworded line stays in its place, in the practitioner's words", () => {
  const two = withLine(withLine(emptySummary, "a", "one"), "b", "two");

  const reworded = withLine(two, "a", "mine");
  const groups = groupLines({ proposed: [line("a", 1)], summary: reworded });

  expect(reworded.lines.map(({ text }) => text)).toEqual(["mine", "two"]);
  expect(groups).toEqual([
    { cycleNumber: 1, lines: [{ lineId: "a", kind: "did", text: "mine", isIn: true }] },
    { cycleNumber: null, lines: [{ lineId: "b", kind: "own", text: "two", isIn: true }] },
  ]);
});
