import { useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import type { Studio } from "#client/features/studio/studio.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { markKindWords } from "./mark-words.ts";
import { namedByNumber, newMark, withChangedMark, withMark } from "./mark-edits.ts";

/** Making marks by keys: the lane of the last one is taken again, and a number names it. */
export interface MarkKeys {
  /** Marks the picture shown; null: in the lane marked last. */
  readonly add: (lane: FilmMark["lane"] | null) => void;
  readonly nameLast: (number: number) => void;
}

/** The mark keys of one film. */
export function useMarkKeys({ document, playhead }: Studio): MarkKeys {
  const [last, setLast] = useState<FilmMark | null>(null);
  return {
    add(asked) {
      const lane = asked ?? last?.lane ?? "child";
      const mark = newMark(crypto.randomUUID(), lane, playhead.placeMs());
      document.edit((film) => withMark(film, mark));
      setLast(mark);
      announce(text(`studio.said.${lane}`));
    },
    nameLast(number) {
      if (last === null) return;
      const named = namedByNumber(last, number);
      document.edit((film) => withChangedMark(film, last.markId, () => named));
      setLast(named);
      announce(markKindWords(named));
    },
  };
}
