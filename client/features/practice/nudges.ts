import { deficitSentences, sentencesAt } from "#shared/board/nudge.ts";
import { diffText } from "#shared/board/text-binding.ts";

/** So long without a letter, and what was written is looked at. */
export const nudgePauseMs = 1_500;

/** The questions, in the order they come. */
export const nudgeIds = ["better", "before", "more"] as const;
export type NudgeId = (typeof nudgeIds)[number];

/** A field after a keystroke of this person's own. */
export interface Keystroke {
  readonly path: string;
  /** The words before it; null when that was not seen. */
  readonly before: string | null;
  readonly words: string;
  readonly caret: number;
}

/** The quiet questions under this person's own words. Nobody else ever hears of them. */
export interface Nudges {
  typed(keystroke: Keystroke): void;
  /** The field was left: what was written is looked at now. */
  left(path: string): void;
  /** No more questions in this field. */
  putAway(path: string): void;
  of(path: string): NudgeId | null;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Field {
  words: string;
  /** Every sentence this person's hand was in since the last look, in each of its states. */
  readonly own: Set<string>;
  /** Their own sentences that were noticed. */
  noticed: readonly string[];
  nudge: NudgeId | null;
  callOff: () => void;
}

/** One for each page; `after` calls once and answers how to take it back. */
export function createNudges(after: (delayMs: number, run: () => void) => () => void): Nudges {
  const fields = new Map<string, Field>();
  const away = new Set<string>();
  const listeners = new Set<() => void>();
  let turn = 0;

  function fieldAt(path: string): Field {
    const known = fields.get(path) ?? {
      words: "",
      own: new Set<string>(),
      noticed: [],
      nudge: null,
      callOff: () => {},
    };
    fields.set(path, known);
    return known;
  }

  /** Shows a question while a noticed sentence stands; the next one when it is a new occasion. */
  function show(field: Field, noticed: readonly string[]) {
    field.noticed = noticed;
    const isDue = noticed.length > 0;
    if (isDue === (field.nudge !== null)) return;
    field.nudge = isDue ? (nudgeIds[turn++ % nudgeIds.length] ?? null) : null;
    for (const listener of listeners) listener();
  }

  function look(path: string) {
    const field = fields.get(path);
    if (field === undefined || away.has(path)) return;
    field.callOff();
    const found = deficitSentences(field.words);
    show(
      field,
      found.filter((one) => field.own.has(one) || field.noticed.includes(one)),
    );
    field.own.clear();
  }

  return {
    typed({ path, before, words, caret }) {
      const field = fieldAt(path);
      field.callOff();
      field.words = words;
      const edit = before === null ? null : diffText(before, words, caret);
      const from = edit?.index ?? caret;
      const to = edit === null ? caret : edit.index + edit.insert.length;
      for (const sentence of sentencesAt(words, from, to)) field.own.add(sentence);
      show(
        field,
        field.noticed.filter((one) => words.includes(one)),
      );
      field.callOff = after(nudgePauseMs, () => look(path));
    },
    left: look,
    putAway(path) {
      away.add(path);
      const field = fields.get(path);
      if (field !== undefined) show(field, []);
    },
    of: (path) => fields.get(path)?.nudge ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
