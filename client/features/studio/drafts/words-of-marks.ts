import { modalityWords } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { isInStretch } from "#shared/studio/drafts.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { inOrder } from "#shared/studio/marks.ts";
import type { TextMark } from "#shared/studio/studio-film.ts";

/** Who is seen in a film, by the names the journey has for them. */
export interface SeenPeople {
  readonly childName: string;
  readonly practitionerName: string;
}

/** As many words as one place may have, and as many places as one clip. */
export const textMarkLimits = { letters: 200, places: 60 } as const;

/**
 * The marks of microanalysis within a clip, as words to be read out there: what was seen, or else who
 * starts or answers. Places that have words already keep theirs. Film time, in its order.
 */
export function wordsOfMarks(
  marks: readonly FilmMark[],
  stretch: Stretch,
  already: readonly TextMark[],
  people: SeenPeople,
): TextMark[] {
  const taken = new Set(already.map(({ atMs }) => atMs));
  return inOrder(marks)
    .filter(({ atMs }) => isInStretch(atMs, stretch) && !taken.has(atMs))
    .map((mark) => ({ atMs: mark.atMs, text: wordsOf(mark, people) }));
}

function wordsOf(mark: FilmMark, { childName, practitionerName }: SeenPeople): string {
  const name = mark.lane === "child" ? childName : practitionerName;
  const seen = mark.seen.trim();
  if (seen !== "") return text("drafts.markSeen", { name, seen }).slice(0, textMarkLimits.letters);
  if (mark.lane === "adult") return text("drafts.markAnswers", { name });
  if (mark.modality === null) return text("drafts.markStarts", { name });
  return text("drafts.markSeen", { name, seen: modalityWords(mark.modality) });
}
