import { readNumberOnScreen } from "#tests/helpers/screen-picture.ts";
import {
  hearBoth,
  passTime,
  press,
  untilMoving,
  untilRest,
  wander,
  forgetBoth,
} from "./actions.ts";
import { benchClip, benchClips } from "./bench-clips.ts";
import type { BenchClipName } from "./bench-clips.ts";
import { addChecks, checkClaims, noClaims } from "./claims.ts";
import type { ClaimCheck } from "./claims.ts";
import { openOurs } from "./contenders.ts";
import type { OurContender } from "./contenders.ts";
import { keepResults, note } from "./progress.ts";
import { verdictTable, writeSection } from "./report.ts";
import { CalmLog, readOptions, runBench } from "./run-bench.ts";
import { readNumber } from "./sides.ts";
import { figure } from "./statistics.ts";
import { atLeast, atMost, judge } from "./verdicts.ts";
import type { Row } from "./verdicts.ts";

// `npm run bench:pauses`: 200 pauses at random moments by either side in turn, compared from pixels.

/** One kind of clip and what its pauses showed. */
interface KindResults {
  readonly kind: BenchClipName;
  readonly wanted: number;
  /** The two numbers read from the videos, and for each tenth pause from screenshots. */
  readonly pauses: {
    readonly read: (number | null)[];
    readonly onScreen: (number | null)[] | null;
  }[];
  claims: ClaimCheck;
  /** Pauses after which the screens did not say that it is the same frame. */
  unsaid: number;
}

const counts = { silent: 72, webm: 64, variable: 64 } as const;
const kinds = ["silent", "webm", "variable"] as const;
const claimGraceMs = 200;
const mostMs = 30 * 60_000;

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const link = options.conditions.includes("H") ? "H" : "L";
    const endAtMs = performance.now() + mostMs;
    const calm = new CalmLog();
    await calm.check("before");
    const results: KindResults[] = [];
    const clips = [
      await benchClip("silent"),
      await benchClip("webm"),
      await benchClip("variable"),
    ] as const;
    const ours = await openOurs(clips, link);
    for (const [index, kind] of kinds.entries()) {
      const wanted = options.quick ? 4 : counts[kind];
      const found: KindResults = { kind, wanted, pauses: [], claims: noClaims, unsaid: 0 };
      results.push(found);
      await press(ours.sides[0], String(index + 1));
      await passTime(1_000);
      if (!(await untilRest(ours))) throw new Error("the clip did not come");
      for (let round = 0; round < wanted && performance.now() < endAtMs; round += 1) {
        await pauseOnce(ours, found, round).catch((error: unknown) => {
          note(`pause ${round + 1} failed: ${String(error)}`);
        });
        keepResults("pauses", results);
      }
    }
    await ours.close();
    await calm.check("after");
    const rows = results.flatMap((found) => rowsOf(found, calm.wasCalm));
    const report = `${calm.lines.join("\n\n")}\n\nOver line ${link}:\n\n${verdictTable(rows)}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:pauses", report);
  });

async function pauseOnce(ours: OurContender, found: KindResults, round: number): Promise<void> {
  const presser = ours.sides[round % 2 === 0 ? 0 : 1];
  if (round % 5 === 0) {
    await wander(ours, presser, Math.random, { from: 0, to: benchClips[found.kind].frames - 500 });
  }
  await forgetBoth(ours);
  await press(presser, "k");
  if (!(await untilMoving(ours))) throw new Error("both did not move");
  await passTime(200 + Math.random() * 1_800);
  await press(presser, "k");
  if (!(await untilRest(ours))) found.unsaid += 1;
  const read = [await readNumber(ours.sides[0]), await readNumber(ours.sides[1])];
  const onScreen =
    round % 10 === 0
      ? [await readNumberOnScreen(ours.sides[0].page), await readNumberOnScreen(ours.sides[1].page)]
      : null;
  const heard = await hearBoth(ours);
  const times = heard.flatMap(({ pictures }) => pictures.map(({ atMs }) => atMs));
  const span = { fromMs: Math.min(...times), toMs: Math.max(...times) + 500 };
  found.claims = addChecks(found.claims, checkClaims(heard, span, 5, claimGraceMs));
  found.pauses.push({ read, onScreen });
  note(`${found.kind}: pause ${round + 1} of ${found.wanted}, frames ${read.join(" and ")}`);
}

const isSame = (numbers: readonly (number | null)[]) =>
  numbers[0] !== null && numbers[0] === numbers[1];

function rowsOf({ kind, wanted, pauses, claims, unsaid }: KindResults, wasCalm: boolean): Row[] {
  const same = pauses.filter(
    ({ read, onScreen }) =>
      isSame(read) && (onScreen === null || (isSame(onScreen) && onScreen[0] === read[0])),
  ).length;
  return [
    {
      quantity: `${kind}: pauses on the same frame`,
      found: `${same}/${pauses.length}`,
      target: `${wanted}/${wanted}`,
      verdict: judge([atLeast(same, wanted)], wasCalm),
    },
    {
      quantity: `${kind}: false "Paused on the same frame"`,
      found: `${claims.falseSamples} of ${claims.samples} samples, longest ${figure(claims.longestMs)} ms; unsaid ${unsaid}`,
      target: "0",
      verdict: judge([atMost(claims.falseSamples, 0), atMost(unsaid, 0)], wasCalm),
    },
  ];
}
