import { parseArgs } from "node:util";
import { calmWords, probeCalm } from "./calm.ts";
import { closeAll } from "./closers.ts";
import { note } from "./progress.ts";
import { passTime } from "./actions.ts";

/** What every benchmark takes from its command line. */
export interface BenchOptions {
  /** A check that it works, not a measurement. */
  readonly quick: boolean;
  /** Put the result into docs/benchmarks.md. */
  readonly write: boolean;
  /** The designs to run; empty means all. */
  readonly only: readonly string[];
  readonly conditions: readonly string[];
  readonly cycles: number | null;
}

/** Reads them. Refuses what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      conditions: { type: "string", default: "L,H" },
      cycles: { type: "string" },
    },
  });
  return {
    quick: values.quick,
    write: values.write,
    only: values.only.split(",").filter(Boolean),
    conditions: values.conditions.split(","),
    cycles: values.cycles === undefined ? null : Number(values.cycles),
  };
}

/** Runs a benchmark; whatever happens, nothing it started is left running. */
export async function runBench(work: () => Promise<void>): Promise<number> {
  const interrupt = () => {
    void closeAll().then(() => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupt);
  try {
    await work();
    return 0;
  } catch (error) {
    note(`stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  } finally {
    await closeAll();
  }
}

/** The calm-machine checks of one run, in the order they were made. */
export class CalmLog {
  readonly lines: string[] = [];
  wasCalm = true;

  /** Looks now, up to three times, since what was closed just before takes a moment to be gone. */
  async check(when: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const calm = await probeCalm();
      if (!calm.isCalm && attempt < 3) {
        await passTime(3_000);
        continue;
      }
      this.lines.push(`Machine ${when}: ${calmWords(calm)}.`);
      note(this.lines.at(-1) ?? "");
      this.wasCalm &&= calm.isCalm;
      return;
    }
  }
}
