import { cpus, loadavg } from "node:os";
import { figure, percentile, sum } from "./statistics.ts";

/** How still the machine is, as a few timers and its idle processors see it. */
export interface Calm {
  readonly isCalm: boolean;
  /** 95 in 100 timers were at most so late, in ms. */
  readonly timerLateMs: number;
  /** The share of all processors' time that nobody wanted. */
  readonly idleShare: number;
  /** Processes that wanted to run in the last minute. */
  readonly load: number;
}

const timers = 250;
const timerMs = 8;
const calmWhen = { timerLateMs: 3, idleShare: 0.85 };

/** Looks for about two seconds. Ask while nothing of the benchmark's own runs. */
export async function probeCalm(): Promise<Calm> {
  const before = processorTimeMs();
  const lateMs: number[] = [];
  for (let n = 0; n < timers; n += 1) {
    const dueAtMs = performance.now() + timerMs;
    await new Promise((resolve) => {
      setTimeout(resolve, timerMs);
    });
    lateMs.push(performance.now() - dueAtMs);
  }
  const after = processorTimeMs();
  const timerLateMs = percentile(lateMs, 0.95);
  const idleShare = (after.idle - before.idle) / (after.all - before.all);
  const isCalm = timerLateMs <= calmWhen.timerLateMs && idleShare >= calmWhen.idleShare;
  return { isCalm, timerLateMs, idleShare, load: loadavg()[0] ?? Number.NaN };
}

function processorTimeMs(): { idle: number; all: number } {
  const times = cpus().map((processor) => processor.times);
  return {
    idle: sum(times.map(({ idle }) => idle)),
    all: sum(times.flatMap((each) => Object.values(each))),
  };
}

/** That in words. */
export function calmWords({ isCalm, timerLateMs, idleShare, load }: Calm): string {
  return `${isCalm ? "calm" : "NOT calm"} (timers ${figure(timerLateMs)} ms late at p95, processors ${figure(idleShare * 100)} % idle, load ${figure(load)})`;
}
