import { forgetBoth, hearBoth, passTime, press, until, untilMoving, untilRest } from "./actions.ts";
import { benchClip, benchClips } from "./bench-clips.ts";
import { openOurs } from "./contenders.ts";
import type { OurContender } from "./contenders.ts";
import type { LinkName } from "./links.ts";
import { keepResults, note } from "./progress.ts";
import { verdictTable, writeSection } from "./report.ts";
import { CalmLog, readOptions, runBench } from "./run-bench.ts";
import { glance, readNumber } from "./sides.ts";
import { pairsWithin, sharedTime } from "./sightings.ts";
import { figures, percent, sum } from "./statistics.ts";
import { spreadOf } from "./summary.ts";
import { atMost, judge } from "./verdicts.ts";
import type { Row } from "./verdicts.ts";

// `npm run bench:undisturbed`: ten minutes of play that nobody touches, as ten plays of a whole minute.

/** What one play from start to end showed, from two seconds after the press on. */
interface RoundFigures {
  readonly differencesMs: readonly number[];
  readonly hardSeeks: number;
  readonly rateWrites: number;
  readonly sameMs: number;
  readonly seenMs: number;
  readonly watchedMs: number;
}

const { frames } = benchClips.silent;
const settlingMs = 2_000;
/** The last moment before the end, where both come to rest by themselves. */
const endingMs = 500;

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const link: LinkName = options.conditions.includes("H") ? "H" : "L";
    const rounds = options.quick ? 1 : (options.cycles ?? 10);
    const calm = new CalmLog();
    await calm.check("before");
    const ours = await openOurs([await benchClip("silent")], link);
    const all: RoundFigures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const found = await playThrough(ours, options.quick ? 15_000 : 70_000);
      all.push(found);
      const spread = spreadOf(found.differencesMs);
      note(
        `round ${round + 1} of ${rounds}: ${figures(spread.p50, spread.p95, spread.max)} ms, ${found.hardSeeks} hard seeks`,
      );
      keepResults("undisturbed", all);
    }
    await ours.close();
    await calm.check("after");
    const report = `${calm.lines.join("\n\n")}\n\nOver line ${link}:\n\n${verdictTable(rowsOf(all, calm.wasCalm))}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:undisturbed", report);
  });

/** Plays from wherever both rest (at the end: from the start) until the end, or for `mostMs`. */
async function playThrough(ours: OurContender, mostMs: number): Promise<RoundFigures> {
  const [here] = ours.sides;
  await forgetBoth(ours);
  await press(here, "k");
  if (!(await untilMoving(ours))) throw new Error("both did not move");
  const hasEnded = async () =>
    (await glance(here)).stillForMs > 400 && ((await readNumber(here)) ?? 0) >= frames - 2;
  await until(hasEnded, mostMs, 1_000);
  const heard = await hearBoth(ours);
  const [first, second] = heard;
  if ((await glance(here)).stillForMs < 400) await press(here, "k");
  await passTime(300);
  await untilRest(ours);
  const playAtMs = first.presses[0]?.atMs ?? Number.NaN;
  const lastAtMs = Math.min(...heard.map(({ pictures }) => pictures.at(-1)?.atMs ?? Number.NaN));
  const span = { fromMs: playAtMs + settlingMs, toMs: lastAtMs - endingMs };
  const events = heard
    .flatMap((each) => each.events)
    .filter(({ atMs }) => atMs >= span.fromMs && atMs <= span.toMs);
  const shared = sharedTime(first.pictures, second.pictures, span);
  return {
    differencesMs: pairsWithin(first.pictures, second.pictures, span).map(
      (pair) => pair.differenceMs,
    ),
    hardSeeks: events.filter(({ kind }) => kind === "seeking").length,
    rateWrites: events.filter(({ kind }) => kind === "ratechange").length,
    sameMs: shared.sameMs,
    seenMs: shared.seenMs,
    watchedMs: span.toMs - span.fromMs,
  };
}

function rowsOf(all: readonly RoundFigures[], wasCalm: boolean): Row[] {
  const spread = spreadOf(all.flatMap((each) => each.differencesMs));
  const watchedMs = sum(all.map((each) => each.watchedMs));
  const hardSeeks = sum(all.map((each) => each.hardSeeks));
  const share = sum(all.map((each) => each.sameMs)) / sum(all.map((each) => each.seenMs));
  const rateWrites = sum(all.map((each) => each.rateWrites));
  return [
    {
      quantity: `hard seeks in ${figures(watchedMs / 60_000)} minutes`,
      found: String(hardSeeks),
      target: "0",
      verdict: judge([atMost(hardSeeks, 0)], wasCalm),
    },
    {
      quantity: "same-frame difference, median / p95 / max",
      found: `${figures(spread.p50, spread.p95, spread.max)} ms, the same frame ${percent(share)} of the time, ${rateWrites} changes of rate`,
      target: "<= 1 / 17 ms",
      verdict: judge([atMost(spread.p50, 1), atMost(spread.p95, 17)], wasCalm),
    },
  ];
}
