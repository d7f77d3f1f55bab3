import type { FilmMark } from "./film-mark.ts";
import { chainsOf, pairsOf } from "./marks.ts";

const header = ["lane", "at_ms", "kind", "seen", "answered_after_ms", "exchange", "exchange_turns"];

/**
 * The marks as a CSV file (RFC 4180) for a spreadsheet; no cell can be read by it as a formula. A row for
 * each mark in the order of film time: whose it is (`child`, `adult`), where in ms, the child's form or the
 * family of the adult's answer, what was seen, for an initiative that was answered how many ms later, which
 * exchange it belongs to (from 1; marks that follow one another within 5 s), and how many turns that has.
 */
export function marksAsCsv(marks: readonly FilmMark[]): string {
  const answeredAfter = new Map(
    pairsOf(marks).map(({ initiative, afterMs }) => [initiative.markId, afterMs]),
  );
  const rows = chainsOf(marks).flatMap((chain, n) =>
    chain.marks.map((mark) => [
      mark.lane,
      String(mark.atMs),
      (mark.lane === "child" ? mark.modality : mark.principleId) ?? "",
      mark.seen,
      String(answeredAfter.get(mark.markId) ?? ""),
      String(n + 1),
      String(chain.turns),
    ]),
  );
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const guarded = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
