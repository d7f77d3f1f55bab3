import type { FilmMark } from "./film-mark.ts";

/** A response is taken as the answer to an initiative when it comes within so long. */
export const answerWithinMs = 5_000;

/** What the child started, and the adult's first answer to it, `afterMs` later. */
export interface MarkPair {
  readonly initiative: FilmMark;
  readonly response: FilmMark;
  readonly afterMs: number;
}

/** Marks that follow one another closely; `turns` counts how often the lane passes, and the first. */
export interface MarkChain {
  readonly marks: readonly FilmMark[];
  readonly turns: number;
}

/** Marks in the order of film time; of two at one place the child's comes first, as it may be answered there. */
export function inOrder(marks: readonly FilmMark[]): FilmMark[] {
  return [...marks].sort((one, other) => one.atMs - other.atMs || rank(one) - rank(other));
}

function rank({ lane }: FilmMark): number {
  return lane === "child" ? 0 : 1;
}

/** Each initiative whose next mark is an adult's, in time: the latest start is the one that was answered. */
export function pairsOf(marks: readonly FilmMark[]): MarkPair[] {
  const ordered = inOrder(marks);
  return ordered.flatMap((initiative, n) => {
    const response = ordered[n + 1];
    if (initiative.lane !== "child" || response?.lane !== "adult") return [];
    const afterMs = response.atMs - initiative.atMs;
    return afterMs <= answerWithinMs ? [{ initiative, response, afterMs }] : [];
  });
}

/** The marks as chains: a new one begins where more than `answerWithinMs` passes without a mark. */
export function chainsOf(marks: readonly FilmMark[]): MarkChain[] {
  const chains: { marks: FilmMark[]; turns: number }[] = [];
  for (const mark of inOrder(marks)) {
    const chain = chains.at(-1);
    const last = chain?.marks.at(-1);
    if (chain === undefined || last === undefined || mark.atMs - last.atMs > answerWithinMs) {
      chains.push({ marks: [mark], turns: 1 });
      continue;
    }
    chain.marks.push(mark);
    if (mark.lane !== last.lane) chain.turns += 1;
  }
  return chains;
}

/** What the marks of a film come to. Times in ms from an initiative to its answer; null without an answer. */
export interface MarkSum {
  readonly initiatives: number;
  readonly answered: number;
  readonly usualAfterMs: number | null;
  readonly soonestAfterMs: number | null;
  readonly latestAfterMs: number | null;
  /** Chains in which the turn passes at least once. */
  readonly exchanges: number;
  readonly longestTurns: number;
}

/** Counts initiatives, answers, exchanges and turns, and the times between. */
export function sumOfMarks(marks: readonly FilmMark[]): MarkSum {
  const afterMs = pairsOf(marks)
    .map((pair) => pair.afterMs)
    .sort((one, other) => one - other);
  const turns = chainsOf(marks).map((chain) => chain.turns);
  return {
    initiatives: marks.filter(({ lane }) => lane === "child").length,
    answered: afterMs.length,
    usualAfterMs: afterMs[(afterMs.length - 1) >> 1] ?? null,
    soonestAfterMs: afterMs[0] ?? null,
    latestAfterMs: afterMs.at(-1) ?? null,
    exchanges: turns.filter((count) => count > 1).length,
    longestTurns: Math.max(0, ...turns),
  };
}
