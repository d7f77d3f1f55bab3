import { momentWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import type { CycleLine } from "#shared/domain/cycle-line.ts";

/** Where a cycle is, in a few words: its next meeting, that it was reviewed, or how many clips there are. */
export function cycleWords(line: CycleLine, nowMs: number): string {
  const { clips, aims, open } = line;
  const values = { clips, aims };
  if (open === null) return text(line.isReviewed ? "home.cycleDone" : "home.cycleBegun", values);
  const kind = text(`home.next.${open.kind}`);
  return text("home.cyclePlanned", { ...values, kind, when: momentWords(open.startsAtMs, nowMs) });
}
