import { forgetBoth, hearBoth, passTime, press, untilRest, wander } from "./actions.ts";
import { benchClip } from "./bench-clips.ts";
import { addChecks, checkClaims, isMadeAt, noClaims } from "./claims.ts";
import type { ClaimCheck } from "./claims.ts";
import { openOurs } from "./contenders.ts";
import type { OurContender } from "./contenders.ts";
import { keepResults, note } from "./progress.ts";
import { verdictTable, writeSection } from "./report.ts";
import { CalmLog, readOptions, runBench } from "./run-bench.ts";
import { readNumber } from "./sides.ts";
import { figure } from "./statistics.ts";
import { atLeast, atMost, judge } from "./verdicts.ts";

// `npm run bench:green`: 10,000 looks at what both screens say and what both pictures show, while
// commands fly and pictures are moved behind the pages' backs.

const everyMs = 40;
/** For so long a screen may still say what was true: the other's change has to be seen first. */
const graceMs = 500;
const roundMs = 8_000;
const mostRounds = 90;

interface Found {
  checks: ClaimCheck;
  /** Looks at which a screen said it. */
  claimed: number;
  movesBehind: number;
  commands: number;
  /** Rounds at whose end a fresh reading was not what the witness last saw: then nothing here counts. */
  staleWitness: number;
}

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const wanted = options.quick ? 600 : 10_000;
    const link = options.conditions.includes("H") ? "H" : "L";
    const calm = new CalmLog();
    await calm.check("before");
    const ours = await openOurs([await benchClip("silent")], link);
    const found: Found = {
      checks: noClaims,
      claimed: 0,
      movesBehind: 0,
      commands: 0,
      staleWitness: 0,
    };
    for (let round = 0; round < mostRounds && found.checks.samples < wanted; round += 1) {
      await runRound(ours, found).catch((error: unknown) => note(`round failed: ${String(error)}`));
      keepResults("green", found);
      const { samples, falseSamples, longestMs } = found.checks;
      note(
        `${samples} looks, ${found.claimed} green, ${falseSamples} false, longest ${figure(longestMs)} ms`,
      );
    }
    await ours.close();
    await calm.check("after");
    const report = `${calm.lines.join("\n\n")}\n\nOver line ${link}:\n\n${tableOf(found, wanted, calm.wasCalm)}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:green", report);
  });

async function runRound(ours: OurContender, found: Found): Promise<void> {
  await wander(ours, ours.sides[0], Math.random);
  await forgetBoth(ours);
  const endAtMs = performance.now() + roundMs;
  while (performance.now() < endAtMs) {
    await disturb(ours, found);
    await passTime(300 + Math.random() * 1_200);
  }
  await untilRest(ours, 1_500);
  const fresh = [await readNumber(ours.sides[0]), await readNumber(ours.sides[1])];
  const heard = await hearBoth(ours);
  const isStale = heard.some(({ pictures }, index) => pictures.at(-1)?.number !== fresh[index]);
  if (isStale && (await untilRest(ours, 100))) found.staleWitness += 1;
  const times = heard.flatMap(({ pictures, claims }) =>
    [...pictures, ...claims].map(({ atMs }) => atMs),
  );
  const span = { fromMs: Math.min(...times), toMs: Math.max(...times) };
  found.checks = addChecks(found.checks, checkClaims(heard, span, everyMs, graceMs));
  for (let atMs = span.fromMs; atMs <= span.toMs; atMs += everyMs) {
    if (heard.some(({ claims }) => isMadeAt(claims, atMs))) found.claimed += 1;
  }
  for (const side of ours.sides) await pauseIfPlaying(side.page);
}

/** Moves one picture by two frames behind its page's back, or has somebody press something. */
async function disturb({ sides }: OurContender, found: Found): Promise<void> {
  const side = sides[Math.random() < 0.5 ? 0 : 1];
  const choice = Math.random();
  if (choice < 0.5) {
    found.movesBehind += 1;
    const bySeconds = (Math.random() < 0.5 ? -2 : 2) / 25;
    await side.page.evaluate((by) => {
      const video = document.querySelector("video");
      if (video !== null) video.currentTime += by;
    }, bySeconds);
    return;
  }
  found.commands += 1;
  const keys = [".", ",", "k", "l", "j"];
  await press(side, keys[Math.floor(Math.random() * keys.length)] ?? "k");
}

async function pauseIfPlaying(page: OurContender["sides"][number]["page"]): Promise<void> {
  const isPlaying = await page.evaluate(() => document.querySelector("video")?.paused === false);
  if (!isPlaying) return;
  await page.keyboard.press("k");
  await passTime(800);
}

function tableOf(
  { checks, claimed, movesBehind, commands, staleWitness }: Found,
  wanted: number,
  wasCalm: boolean,
) {
  return verdictTable([
    {
      quantity: `false "Paused on the same frame" after ${graceMs} ms`,
      found: `${checks.falseSamples} of ${checks.samples} looks (${claimed} green, ${movesBehind} moves behind the back, ${commands} commands, witness stale ${staleWitness} times), longest ${figure(checks.longestMs)} ms`,
      target: `0 of ${wanted}`,
      verdict: judge(
        [
          atMost(checks.falseSamples, 0),
          atLeast(checks.samples, wanted),
          atLeast(claimed, 1),
          atMost(staleWitness, 0),
        ],
        wasCalm,
      ),
    },
  ]);
}
