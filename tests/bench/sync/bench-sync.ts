import { press, untilRest } from "./actions.ts";
import { benchClip } from "./bench-clips.ts";
import { openFloor, openOurs, openRival } from "./contenders.ts";
import type { Contender, OurContender } from "./contenders.ts";
import { runCycles } from "./cycles.ts";
import { links } from "./links.ts";
import type { LinkName } from "./links.ts";
import { keepResults, note } from "./progress.ts";
import { verdictTable, writeSection } from "./report.ts";
import { CalmLog, readOptions, runBench } from "./run-bench.ts";
import {
  anchorReopens,
  cutWhilePlaying,
  joinPlaying,
  restartWhilePlaying,
  storm,
} from "./scenes.ts";
import type { Scene } from "./scenes.ts";
import { figure, figures, percent, printTable } from "./statistics.ts";
import { summarise } from "./summary.ts";
import type { Summary } from "./summary.ts";
import { targetRows } from "./sync-rows.ts";
import type { LinkResults } from "./sync-rows.ts";

// `npm run bench:sync`: the table of the targets, ours beside two rivals and the floor, in one run.

const mostMs = 32 * 60_000;
const playMs = { from: 3_500, to: 4_500 };

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const cycles = options.cycles ?? (options.quick ? 4 : 24);
    const rounds = (full: number) => (options.quick ? 1 : full);
    const wants = (name: string) => options.only.length === 0 || options.only.includes(name);
    const endAtMs = performance.now() + mostMs;
    const calm = new CalmLog();
    const clips = [await benchClip("silent"), await benchClip("variable")] as const;
    const found: { floor?: Summary; links: Partial<Record<LinkName, LinkResults>> } = { links: {} };
    const names = (["L", "H"] as const).filter((name) => options.conditions.includes(name));
    const random = Math.random;

    async function cyclesOf(contender: Contender, count: number): Promise<Summary> {
      const plan = { cycles: count, playMs, random, endAtMs };
      const all = await runCycles(contender, plan);
      return summarise(all);
    }
    const keep = () => keepResults("sync", { ...found, calm: calm.lines });

    await calm.check("before");
    if (wants("floor")) {
      await attempt(
        () => openFloor(clips[0]),
        async (floor) => {
          found.floor = await cyclesOf(floor, cycles);
        },
      );
      keep();
    }
    for (const link of names) {
      const results: LinkResults = {};
      found.links[link] = results;
      for (const name of ["timingsrc", "naive"] as const) {
        if (!wants(name)) continue;
        await attempt(
          () => openRival(name, clips[0], link),
          async (rival) => {
            results[name] = await cyclesOf(
              rival,
              name === "naive" ? Math.ceil(cycles / 2) : cycles,
            );
          },
        );
        keep();
      }
      if (wants("ours")) {
        await attempt(
          () => openOurs(clips, link),
          async (ours) => {
            results.ours = await cyclesOf(ours, cycles);
            keep();
            const again = (scene: Scene, count: number) =>
              repeat(ours, scene, { link, count, random, endAtMs });
            results.joins = await again(joinPlaying, rounds(5));
            results.cuts = await again(cutWhilePlaying, rounds(2));
            results.storms = await again(storm, rounds(10));
            keep();
            await press(ours.sides[0], "2");
            await untilRest(ours);
            results.variable = await cyclesOf(ours, Math.ceil(cycles / 2));
            results.anchors = await again(anchorReopens, rounds(4));
            await press(ours.sides[0], "1");
            await untilRest(ours);
            results.restarts = await again(restartWhilePlaying, rounds(2));
          },
        );
        keep();
      }
      await calm.check(`after ${link}`);
    }

    const report = reportOf(names, found, calm);
    process.stdout.write(`${report}\n`);
    keep();
    if (options.write) {
      writeSection(
        "npm run bench:sync",
        `${["node scripts/bench.mjs sync", ...args].join(" ")}\n\n${report}`,
      );
    }
  });

/** One contender's part. What goes wrong in it leaves its rows unmeasured and the others as they are. */
async function attempt<Held extends Contender>(
  open: () => Promise<Held>,
  work: (contender: Held) => Promise<void>,
): Promise<void> {
  try {
    const contender = await open();
    note(`${contender.name}: ready`);
    try {
      await work(contender);
    } finally {
      await contender.close();
    }
  } catch (error) {
    note(`a part was given up: ${String(error)}`);
  }
}

async function repeat(
  ours: OurContender,
  scene: Scene,
  how: { link: LinkName; count: number; random: () => number; endAtMs: number },
): Promise<(number | null)[]> {
  const tookMs: (number | null)[] = [];
  while (tookMs.length < how.count && performance.now() < how.endAtMs) {
    const took = await scene(ours, how.link, how.random).catch((error: unknown) => {
      note(`${scene.name} failed: ${String(error)}`);
      return null;
    });
    tookMs.push(took);
    note(`${scene.name} over ${how.link}: ${took === null ? "never" : `${figure(took, 0)} ms`}`);
  }
  return tookMs;
}

function reportOf(
  names: readonly LinkName[],
  found: { floor?: Summary; links: Partial<Record<LinkName, LinkResults>> },
  calm: CalmLog,
): string {
  const designs = names.flatMap((link) => {
    const { ours, timingsrc, naive } = found.links[link] ?? {};
    const named = {
      ours,
      "timingsrc + our clock + scheduled start": timingsrc,
      "naive broadcast": naive,
    };
    return Object.entries(named).map(([name, summary]) => designRow(name, link, summary));
  });
  const sections = names.map((link) => {
    const { delayMs, jitterMs } = links[link];
    const rows = targetRows(link, found.links[link] ?? {}, found.floor, calm.wasCalm);
    return `Targets at ${link} (${delayMs} ms one way + 0-${jitterMs} ms):\n\n${verdictTable(rows)}`;
  });
  const heads = [
    "design",
    "link",
    "difference p50 / p95 / max ms",
    "same frame",
    "at most 1 apart",
    "unread",
    "pauses same",
    "press pause -> both still p50 / p95 ms",
    "clock error ms",
  ];
  const table = printTable(heads, [
    designRow("two videos in one page, one press (floor)", "-", found.floor),
    ...designs,
  ]);
  return [calm.lines.join("\n\n"), table, ...sections].join("\n\n");
}

function designRow(name: string, link: string, summary: Summary | undefined): string[] {
  if (summary === undefined) return [name, link, "-"];
  const { difference, still } = summary;
  return [
    name,
    link,
    figures(difference.p50, difference.p95, difference.max),
    percent(summary.sameShare),
    percent(summary.nearShare),
    percent(summary.unseenShare),
    `${summary.pausesSame}/${summary.cycles}`,
    figures(still.p50, still.p95),
    figure(summary.clockErrorMs, 2),
  ];
}
