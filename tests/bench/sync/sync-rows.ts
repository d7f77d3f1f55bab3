import type { LinkName } from "./links.ts";
import { figure, figures, percent, percentile } from "./statistics.ts";
import { summarise } from "./summary.ts";
import type { Summary } from "./summary.ts";
import { atLeast, atMost, below, judge } from "./verdicts.ts";
import type { Demand, Row } from "./verdicts.ts";

/** How long each time took in ms; null where it did not come about. */
export type Times = readonly (number | null)[];

/** Everything one line's run found. */
export interface LinkResults {
  ours?: Summary;
  timingsrc?: Summary;
  naive?: Summary;
  /** Pauses on the clip of a variable frame rate. */
  variable?: Summary;
  joins?: Times;
  cuts?: Times;
  restarts?: Times;
  storms?: Times;
  /** Moments held on the clip of a variable frame rate and opened again. */
  anchors?: Times;
}

/** The limits of the targets that are not the same over both lines; lengths in ms. */
const limits = {
  L: { same: 0.98, still: [80, 120], moving: [500, 1_000], join: 2_000, cut: 2_000 },
  H: { same: 0.9, still: [270, 350], moving: [800, 1_500], join: 3_500, cut: 3_000 },
} as const;

type MakeRow = (quantity: string, found: string, target: string, demands: Demand[]) => Row;

/** The rows of the targets for one line. */
export function targetRows(
  link: LinkName,
  results: LinkResults,
  floor: Summary | undefined,
  wasCalm: boolean,
): Row[] {
  const row: MakeRow = (quantity, found, target, demands) => ({
    quantity,
    found,
    target,
    verdict: judge(demands, wasCalm),
  });
  const ours = results.ours ?? summarise([]);
  return [
    ...distanceRows(ours, link, row),
    ...pressRows(ours, link, row),
    ...sceneRows(results, link, row),
    ...rivalRows(ours, results.timingsrc ?? summarise([]), floor ?? summarise([]), row),
  ];
}

const allOf = (summary: Summary, count: number) => atLeast(count / summary.cycles, 1);
const pausesOf = ({ pausesSame, cycles }: Summary) => `${pausesSame}/${cycles}`;

function distanceRows(ours: Summary, link: LinkName, row: MakeRow): Row[] {
  const { difference, sameShare, nearShare, claims } = ours;
  const { same } = limits[link];
  return [
    row(
      "same-frame difference, median / p95 / max",
      `${figures(difference.p50, difference.p95, difference.max)} ms`,
      "<= 1 / 17 ms",
      [atMost(difference.p50, 1), atMost(difference.p95, 17)],
    ),
    row(
      "time on the same frame / at most 1 apart",
      `${percent(sameShare)} / ${percent(nearShare)}`,
      `>= ${percent(same)} / 100 %`,
      [atLeast(sameShare, same), atLeast(nearShare, 1)],
    ),
    row("pauses on the same frame", pausesOf(ours), "100 %", [allOf(ours, ours.pausesSame)]),
    row(
      'false "Paused on the same frame"',
      `${claims.falseSamples} of ${claims.samples} samples, longest ${figure(claims.longestMs)} ms; said after ${ours.rested}/${ours.cycles} pauses`,
      "0",
      [atMost(claims.falseSamples, 0), allOf(ours, ours.rested)],
    ),
    row("hard seeks while undisturbed", figure(ours.hardSeeks), "0", [atMost(ours.hardSeeks, 0)]),
  ];
}

function pressRows({ still, presserStill, moving }: Summary, link: LinkName, row: MakeRow): Row[] {
  const limit = limits[link];
  return [
    row(
      "press pause -> both still, p50 / p95",
      `${figures(still.p50, still.p95)} ms`,
      `<= ${limit.still.join(" / ")} ms`,
      [atMost(still.p50, limit.still[0]), atMost(still.p95, limit.still[1])],
    ),
    row(
      "presser's own picture still, p95 / max",
      `${figures(presserStill.p95, presserStill.max)} ms`,
      "<= 50 ms",
      [atMost(presserStill.max, 50)],
    ),
    row(
      "press play -> both moving within 40 ms, p50 / p95",
      `${figures(moving.p50, moving.p95)} ms`,
      `<= ${limit.moving.join(" / ")} ms`,
      [atMost(moving.p50, limit.moving[0]), atMost(moving.p95, limit.moving[1])],
    ),
  ];
}

function sceneRows(results: LinkResults, link: LinkName, row: MakeRow): Row[] {
  const { joins = [], cuts = [], restarts = [], storms = [], anchors = [] } = results;
  const variable = results.variable ?? summarise([]);
  const { join, cut } = limits[link];
  return [
    row("join a playing room -> in step, each", timesWords(joins), `<= ${join} ms p50`, [
      atMost(timeAt(joins, 0.5), join),
    ]),
    row("10 s cut, heal -> in step, each", timesWords(cuts), `<= ${cut} ms`, [
      atMost(timeAt(cuts, 1), cut),
    ]),
    row(
      "server killed, listens again -> paused on the same frame, each",
      timesWords(restarts),
      "<= 3000 ms",
      [atMost(timeAt(restarts, 1), 3_000)],
    ),
    row("storm of 20 presses -> same state and frame", cameAbout(storms), "all", [
      atMost(timeAt(storms, 1), Number.MAX_VALUE),
    ]),
    row("pauses on the same frame, variable frame rate", pausesOf(variable), "100 %", [
      allOf(variable, variable.pausesSame),
    ]),
    row("moments of that clip open again on their frame", cameAbout(anchors), "100 %", [
      atMost(timeAt(anchors, 1), Number.MAX_VALUE),
    ]),
  ];
}

/** Ours beside the others. The clocks' own half millisecond is no difference. */
function rivalRows(ours: Summary, timingsrc: Summary, floor: Summary, row: MakeRow): Row[] {
  const compare = (name: string, mine: number, theirs: number) =>
    row(`ours / timingsrc: ${name}`, besideWords(mine, theirs), "not behind", [
      atMost(mine, theirs + 0.5),
    ]);
  return [
    row(
      "ours / floor: p95 of the difference",
      besideWords(ours.difference.p95, floor.difference.p95),
      "below 1",
      [below(ours.difference.p95, floor.difference.p95)],
    ),
    compare("median difference", ours.difference.p50, timingsrc.difference.p50),
    compare("p95 of the difference", ours.difference.p95, timingsrc.difference.p95),
    compare("press pause -> both still, p50", ours.still.p50, timingsrc.still.p50),
    compare("press pause -> both still, p95", ours.still.p95, timingsrc.still.p95),
    row(
      "ours / timingsrc: time on the same frame",
      `${percent(ours.sameShare)} / ${percent(timingsrc.sameShare)}`,
      "not behind",
      [atLeast(ours.sameShare, timingsrc.sameShare - 0.005)],
    ),
  ];
}

/** The time that this share of them stayed under; what did not come about counts as endless. */
function timeAt(times: Times, share: number): number {
  return percentile(
    times.map((ms) => ms ?? Infinity),
    share,
  );
}

function timesWords(times: Times): string {
  if (times.length === 0) return "-";
  return `${times.map((ms) => (ms === null ? "never" : figure(ms, 0))).join(", ")} ms`;
}

const cameAbout = (times: Times): string =>
  `${times.filter((ms) => ms !== null).length}/${times.length}`;

function besideWords(mine: number, theirs: number): string {
  const ratio = theirs > 0 ? figure(mine / theirs, 2) : "-";
  return `${figures(mine, theirs)} ms, ratio ${ratio}`;
}
