import type { FilmMark } from "./film-mark.ts";
import { inOrder, pairsOf } from "./marks.ts";

const header = ["lane", "at_ms", "kind", "seen", "answered_after_ms"];

/** The marks as a CSV file (RFC 4180) for a spreadsheet; no cell can be read by it as a formula. */
export function marksAsCsv(marks: readonly FilmMark[]): string {
  const answeredAfter = new Map(
    pairsOf(marks).map(({ initiative, afterMs }) => [initiative.markId, afterMs]),
  );
  const rows = inOrder(marks).map((mark) => [
    mark.lane,
    String(mark.atMs),
    (mark.lane === "child" ? mark.modality : mark.principleId) ?? "",
    mark.seen,
    String(answeredAfter.get(mark.markId) ?? ""),
  ]);
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const guarded = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
