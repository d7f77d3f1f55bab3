import { modalityWords } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { familyIds } from "#shared/board/framework.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";

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
