import type { OwnSummary } from "#shared/protocol/summary-routes.ts";
import type { ProposedLine, Summary } from "#shared/report/summary.ts";

/** A line to choose or to reword: with the approved words where it is in. */
export interface ShownLine {
  readonly lineId: string;
  readonly kind: ProposedLine["kind"] | "own";
  readonly text: string;
  readonly isIn: boolean;
}

/** Lines of one cycle; null: lines of one's own, and those whose board is gone. */
export interface LineGroup {
  readonly cycleNumber: number | null;
  readonly lines: readonly ShownLine[];
}

/** Everything that could be in a summary, by cycle, and last what nobody proposed. */
export function groupLines({
  proposed,
  summary,
}: Pick<OwnSummary, "proposed" | "summary">): LineGroup[] {
  const approved = new Map(summary.lines.map(({ lineId, text }) => [lineId, text]));
  const numbers = [...new Set(proposed.map(({ cycleNumber }) => cycleNumber))];
  const groups = numbers.map((cycleNumber) => ({
    cycleNumber,
    lines: proposed
      .filter((line) => line.cycleNumber === cycleNumber)
      .map(({ lineId, kind, text }) => ({
        lineId,
        kind,
        text: approved.get(lineId) ?? text,
        isIn: approved.has(lineId),
      })),
  }));
  const known = new Set(proposed.map(({ lineId }) => lineId));
  const others = summary.lines
    .filter(({ lineId }) => !known.has(lineId))
    .map(({ lineId, text }) => ({ lineId, kind: "own" as const, text, isIn: true }));
  return others.length === 0 ? groups : [...groups, { cycleNumber: null, lines: others }];
}

/** The summary with a line in these words, where it was or at the end. */
export function withLine(summary: Summary, lineId: string, text: string): Summary {
  const isIn = summary.lines.some((line) => line.lineId === lineId);
  const lines = isIn
    ? summary.lines.map((line) => (line.lineId === lineId ? { lineId, text } : line))
    : [...summary.lines, { lineId, text }];
  return { ...summary, lines };
}

/** The summary without a line. */
export function withoutLine(summary: Summary, lineId: string): Summary {
  return { ...summary, lines: summary.lines.filter((line) => line.lineId !== lineId) };
}
