import { modalityWords } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { familyIds } from "#shared/board/framework.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { sumOfMarks } from "#shared/studio/marks.ts";

/** What a mark says was seen, in a word: the child's form, or the family of the adult's answer. */
export function markKindWords(mark: FilmMark): string {
  if (mark.lane === "child") return modalityWords(mark.modality);
  const family = familyIds.find((familyId) => familyId === mark.principleId);
  return family === undefined ? text("modality.none") : text(`board.principle.${family}`);
}

/** The families as choices of a select, "not said" first; its value is empty. */
export function principleChoices(): { readonly value: string; readonly label: string }[] {
  return [
    { value: "", label: text("modality.none") },
    ...familyIds.map((familyId) => ({
      value: familyId,
      label: text(`board.principle.${familyId}`),
    })),
  ];
}

/** A time between two marks: `1.2`. */
export function secondsBetween(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** What the marks come to, a line for each thing there is to say. */
export function sumWords(marks: readonly FilmMark[]): string[] {
  const sum = sumOfMarks(marks);
  const lines = [
    text("studio.marks.sum", { initiatives: sum.initiatives, answered: sum.answered }),
  ];
  const { usualAfterMs, soonestAfterMs, latestAfterMs } = sum;
  if (usualAfterMs !== null && soonestAfterMs !== null && latestAfterMs !== null) {
    const usual = secondsBetween(usualAfterMs);
    const soonest = secondsBetween(soonestAfterMs);
    const latest = secondsBetween(latestAfterMs);
    lines.push(
      sum.answered === 1
        ? text("studio.marks.oneAnswer", { usual })
        : text("studio.marks.answers", { usual, soonest, latest }),
    );
  }
  if (sum.exchanges > 0) {
    lines.push(
      text("studio.marks.exchanges", { exchanges: sum.exchanges, turns: sum.longestTurns }),
    );
  }
  return lines;
}
