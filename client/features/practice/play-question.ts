/** How long a question stands: a press after that asks anew. */
export const questionStandsMs = 10_000;

/** "Sam is writing - play?": asked once before a film starts over somebody's words. */
export interface PlayQuestion {
  /** Whether this press may start the film. If not, the question now stands, and the next press may. */
  readonly press: () => boolean;
  /** Who else has written within the last seconds; with nobody a single press is enough again. */
  readonly setWriters: (names: readonly string[]) => void;
  /** Who is asked about; null while no question stands. */
  readonly asked: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** One for each page; `after` calls once and answers how to take it back. */
export function createPlayQuestion(
  after: (delayMs: number, run: () => void) => () => void,
): PlayQuestion {
  let writers: readonly string[] = [];
  let asked: string | null = null;
  let callOff = () => {};
  const listeners = new Set<() => void>();

  function ask(next: string | null) {
    callOff();
    callOff = next === null ? () => {} : after(questionStandsMs, () => ask(null));
    if (next === asked) return;
    asked = next;
    for (const listener of listeners) listener();
  }

  return {
    press() {
      const isAnswered = writers.length === 0 || asked !== null;
      ask(isAnswered ? null : writers.join(", "));
      return isAnswered;
    },
    setWriters(names) {
      writers = names;
      if (names.length === 0) ask(null);
    },
    asked: () => asked,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
