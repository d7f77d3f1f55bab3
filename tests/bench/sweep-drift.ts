import { fixedControllers, variedControllers } from "./sweep-controllers.ts";
import type { NamedController } from "./sweep-controllers.ts";
import { noFigures, runSweep } from "./sweep-run.ts";
import type { SweepFigures } from "./sweep-run.ts";
import { sweepScenarios } from "./sweep-scenarios.ts";

/** What `npm run sweep:drift` is asked for. */
export interface SweepOptions {
  readonly seeds: number;
  /** Also ours with one gain changed at a time. */
  readonly isWide: boolean;
  /** Only scenarios whose name holds this. */
  readonly only: string;
}

/** The tables of the sweep, one for each scenario, in Markdown; each line is told as soon as it is known. */
export async function sweepDrift(
  options: SweepOptions,
  say: (line: string) => void,
): Promise<void> {
  const controllers = () => [...fixedControllers(), ...(options.isWide ? variedControllers() : [])];
  for (const scenario of sweepScenarios.filter(({ name }) => name.includes(options.only))) {
    say(`\n### ${scenario.name}\n`);
    say(
      "| controller | skew p50 / p95 / max ms | same frame p50 / p95 ms | same instant % | in step p50 / p95 s | rate writes / min | seeks |",
    );
    say("|---|---|---|---|---|---|---|");
    for (const index of controllers().keys()) {
      const figures = noFigures();
      let name = "";
      for (let seed = 1; seed <= options.seeds; seed += 1) {
        const controller = controllers()[index]; // a new one for each pair: it may remember
        if (controller === undefined) continue;
        ({ name } = controller);
        await runSweep(scenario, controller, seed, figures);
      }
      say(row(name, figures));
    }
  }
}

function row(name: NamedController["name"], figures: SweepFigures): string {
  const skews = figures.skewsMs.toSorted((a, b) => a - b);
  const frames = figures.sameFrameMs.toSorted((a, b) => a - b);
  const inStep = figures.inStepMs.toSorted((a, b) => a - b);
  const same = frames.filter((ms) => ms < 1).length / Math.max(1, frames.length);
  const cells = [
    name,
    `${at(skews, 0.5, 1)} / ${at(skews, 0.95, 1)} / ${at(skews, 1, 0)}`,
    `${at(frames, 0.5, 1)} / ${at(frames, 0.95, 1)}`,
    (same * 100).toFixed(0),
    `${(percentile(inStep, 0.5) / 1_000).toFixed(1)} / ${(percentile(inStep, 0.95) / 1_000).toFixed(1)}`,
    (figures.rateWrites / 2 / (figures.playedMs / 60_000)).toFixed(0),
    String(figures.seeks),
  ];
  return `| ${cells.join(" | ")} |`;
}

function at(sorted: readonly number[], share: number, digits: number): string {
  return percentile(sorted, share).toFixed(digits);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
