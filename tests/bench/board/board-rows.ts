import type { ColdLoadResult } from "./cold-load-scene.ts";
import type { ContenderName } from "./contenders.ts";
import type { HostileResult } from "./hostile-scene.ts";
import type { KillResult } from "./kill-scene.ts";
import type { LoadResults } from "./load-scenes.ts";
import type { MemoryResult } from "./memory-scene.ts";
import { figure, figures, printTable } from "#tests/bench/sync/statistics.ts";
import { atLeast, atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Demand, Row } from "#tests/bench/sync/verdicts.ts";

/** What was found of one server; what went wrong is left out. */
export interface Found {
  loads?: LoadResults;
  memory?: MemoryResult;
  coldLoad?: ColdLoadResult;
  kill?: KillResult;
  hostile?: HostileResult;
}

/** What was found of all of them. */
export type AllFound = Partial<Record<ContenderName, Found>>;

/** The servers side by side, a row for each measure. */
export function sideBySide(found: AllFound): string {
  const names = Object.keys(found) as ContenderName[]; // its keys are all it can have
  const row = (words: string, tell: (one: Found) => string) => [
    words,
    ...names.map((name) => tell(found[name] ?? {})),
  ];
  const kinds = Object.keys(found.ours?.hostile ?? {});
  return printTable(
    ["measure", ...names],
    [
      row("25 rooms x 2, 250/s: p50 / p99 ms", ({ loads }) =>
        figures(loads?.small.p50Ms ?? NaN, loads?.small.p99Ms ?? NaN),
      ),
      row("200 rooms, 2,000/s: p50 / p99 ms", ({ loads }) =>
        figures(loads?.large.p50Ms ?? NaN, loads?.large.p99Ms ?? NaN),
      ),
      row("server CPU at 2,000/s, %", ({ loads }) => figure((loads?.large.cpuShare ?? NaN) * 100)),
      row("highest rate with p99 < 50 ms", ({ loads }) =>
        figure(loads?.saturationPerSecond ?? NaN, 0),
      ),
      row("KB of heap per small room, first / second half", ({ memory }) =>
        figures(memory?.firstHalfKb ?? NaN, memory?.secondHalfKb ?? NaN),
      ),
      row("cold load, ms", ({ coldLoad }) => figure(coldLoad?.p50Ms ?? NaN, 0)),
      row('of these "in sync" too early', ({ coldLoad }) =>
        figure(coldLoad?.syncedTooEarly ?? NaN),
      ),
      row("kill -9: displayed edits -> lost", ({ kill }) =>
        kill === undefined ? "-" : `${kill.displayed} -> ${kill.displayedLost}`,
      ),
      row("kill -9: called kept -> lost of it", ({ kill }) =>
        kill === undefined ? "-" : `${kill.acknowledged} -> ${kill.acknowledgedLost}`,
      ),
      ...kinds.map((kind) =>
        row(`others wait after ${kind}, ms`, ({ hostile }) => waited(hostile?.[kind])),
      ),
    ],
  );
}

const waited = (ms: number | undefined): string =>
  ms === undefined ? "-" : ms === Infinity ? "for ever" : figure(ms, 0);

/** The numbers, each with its verdict. */
export function targetRows(found: AllFound, wasCalm: boolean): Row[] {
  const { ours = {}, hocuspocus = {} } = found;
  const peer = found["y-websocket"] ?? {};
  const row = (quantity: string, told: string, target: string, demands: Demand[]): Row => ({
    quantity,
    found: told,
    target,
    verdict: judge(demands, wasCalm),
  });
  const small = ours.loads?.small.p50Ms ?? NaN;
  const smallOfPeer = peer.loads?.small.p50Ms ?? NaN;
  const p99 = ours.loads?.large.p99Ms ?? NaN;
  const arrived = ours.loads?.large.arrivedShare ?? NaN;
  const rate = ours.loads?.saturationPerSecond ?? NaN;
  const rateOfPeer = hocuspocus.loads?.saturationPerSecond ?? NaN;
  const heapKb = Math.max(ours.memory?.firstHalfKb ?? NaN, ours.memory?.secondHalfKb ?? NaN);
  const cold = ours.coldLoad?.p50Ms ?? NaN;
  const coldOfBest = Math.min(...honestLoads(found));
  const lost = (ours.kill?.displayedLost ?? NaN) + (ours.kill?.acknowledgedLost ?? NaN);
  const early = (ours.kill?.syncedTooEarly ?? NaN) + (ours.coldLoad?.syncedTooEarly ?? NaN);
  const stall = ours.hostile === undefined ? NaN : Math.max(...Object.values(ours.hostile));
  return [
    row(
      "p50 at 25 rooms, ours / y-websocket",
      `${figures(small, smallOfPeer)} ms`,
      "within +3 ms",
      [atMost(small, smallOfPeer + 3)],
    ),
    row("p99 at 2,000/s in 200 rooms", `${figure(p99)} ms`, "<= 50 ms", [
      atMost(p99, 50),
      atLeast(arrived, 0.99),
    ]),
    row("highest rate, ours / Hocuspocus", figures(rate, rateOfPeer), "not behind", [
      atLeast(rate, rateOfPeer),
    ]),
    row("heap per small room", `${figure(heapKb)} KB`, "<= 30 KB", [atMost(heapKb, 30)]),
    row("cold load, ours / best peer", `${figures(cold, coldOfBest)} ms`, "not slower", [
      atMost(cold, coldOfBest),
    ]),
    row("kill -9: edits lost", figure(lost), "0", [atMost(lost, 0)]),
    row('"in sync" before loaded', figure(early), "0", [atMost(early, 0)]),
    row("others wait after a hostile frame", `${waited(stall)} ms`, "<= 50 ms", [
      atMost(stall, 50),
    ]),
  ];
}

/** The cold loads of the others that had everything to load; one that lost it is not fast. */
function honestLoads(found: AllFound): number[] {
  const others = Object.entries(found).filter(([name]) => name !== "ours");
  const times = others.map(([, { coldLoad }]) => coldLoad?.p50Ms ?? NaN);
  const counted = times.filter((ms) => Number.isFinite(ms));
  return counted.length === 0 ? [NaN] : counted;
}
