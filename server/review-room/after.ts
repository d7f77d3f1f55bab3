/** The longest a Node timer may run; a slow clip of 60 s is far below it. */
const longestTimerMs = 2_147_483_647;

/** Runs something once, `delayMs` from now, unless it is called off by what it answers. */
export type After = (delayMs: number, run: () => void) => () => void;

/** On the machine's own timers. */
export const afterDelay: After = (delayMs, run) => {
  const timer = setTimeout(run, Math.min(longestTimerMs, Math.max(0, delayMs)));
  return () => clearTimeout(timer);
};
