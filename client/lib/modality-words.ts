import { text } from "#client/lib/text.ts";
import { modalities } from "#shared/studio/film-mark.ts";
import type { Modality } from "#shared/studio/film-mark.ts";

/** What a form is called on screen; null: not said. */
export function modalityWords(modality: Modality | null): string {
  return text(`modality.${modality ?? "none"}`);
}

/** The forms as choices of a select, "not said" first; its value is empty. */
export function modalityChoices(): { readonly value: Modality | ""; readonly label: string }[] {
  return [
    { value: "", label: modalityWords(null) },
    ...modalities.map((modality) => ({ value: modality, label: modalityWords(modality) })),
  ];
}
