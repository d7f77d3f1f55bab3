import { figure, figures, percent } from "#tests/bench/sync/statistics.ts";
import { spreadOf } from "#tests/bench/sync/summary.ts";
import { atLeast, atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Row } from "#tests/bench/sync/verdicts.ts";
import type { DuckFound } from "./duck-scene.ts";
import type { FilmFound } from "./film-scene.ts";
import type { RoomsFound } from "./rooms-scene.ts";

/** Everything that was measured; what is missing was not. Times in ms. */
export interface CallFound {
  admitDirect?: readonly number[];
  admitRouter?: readonly number[];
  earFloor?: readonly number[];
  earDirect?: readonly number[];
  earRouter?: readonly number[];
  duckDirect?: DuckFound;
  duckRouter?: DuckFound;
  fallback?: readonly number[];
  crash?: readonly number[];
  rooms?: RoomsFound;
  film?: FilmFound;
}

/** The table of the targets; without a row for what was not measured. */
export function callRows(found: CallFound, wasCalm: boolean): Row[] {
  const times = (quantity: string, tookMs: readonly number[] | undefined, limitMs: number) =>
    tookMs === undefined ? [] : [timesRow(quantity, tookMs, limitMs, wasCalm)];
  const floor = spreadOf(found.earFloor ?? []);
  const beside = `two lines of one page: ${figures(floor.p50, floor.p95, floor.max)} ms`;
  return [
    ...times("let in -> both hear each other, directly", found.admitDirect, 3_000),
    ...times("let in -> both hear each other, through the router", found.admitRouter, 3_000),
    ...times(`mouth to ear, directly (${beside})`, found.earDirect, 150),
    ...times("mouth to ear, through the router", found.earRouter, 150),
    ...duckRows("directly", found.duckDirect, wasCalm),
    ...duckRows("through the router", found.duckRouter, wasCalm),
    ...times("no direct way: let in -> both hear each other by the router", found.fallback, 6_000),
    ...times("worker killed -> both hear each other again", found.crash, 5_000),
    ...(found.rooms === undefined ? [] : roomsRows(found.rooms, wasCalm)),
    ...(found.film === undefined ? [] : filmRows(found.film, wasCalm)),
  ];
}

function timesRow(
  quantity: string,
  tookMs: readonly number[],
  limitMs: number,
  wasCalm: boolean,
): Row {
  const { p50, p95, max } = spreadOf(tookMs);
  const isLost = (ms: number) => ms === Infinity;
  const lost = tookMs.some(isLost) ? `, ${tookMs.filter(isLost).length} lost` : "";
  return {
    quantity: `${quantity}, p50 / p95 / max of ${tookMs.length}`,
    found: `${figures(p50, p95, max)} ms${lost}`,
    target: `p95 <= ${limitMs} ms`,
    verdict: judge([atMost(p95, limitMs)], wasCalm),
  };
}

/** How soon the clip gives way where one speaks and where the other listens, and how soon it is back. */
function duckRows(way: string, found: DuckFound | undefined, wasCalm: boolean): Row[] {
  if (found === undefined) return [];
  return (["speaker", "listener"] as const).map((side) => {
    const soft = spreadOf(found[side].map(({ softMs }) => softMs));
    const back = spreadOf(found[side].map(({ backMs }) => backMs));
    const softest = Math.min(...found[side].map(({ byDb }) => byDb));
    return {
      quantity: `${side}'s clip gets softer, ${way}, p50 / p95 / max of ${found[side].length}`,
      found: `${figures(soft.p50, soft.p95, soft.max)} ms by ${figure(softest)} dB, back ${figures(back.p50, back.p95)} ms after`,
      target: "p95 <= 200 ms by 12 dB, back <= 1500 ms",
      verdict: judge(
        [atMost(soft.p95, 200), atMost(back.p95, 1_500), atLeast(softest, 11.5)],
        wasCalm,
      ),
    };
  });
}

/** What the target speaks of; what sixteen browsers need is more than two processors have. */
const wantedRooms = 8;

function roomsRows(rooms: RoomsFound, wasCalm: boolean): Row[] {
  const { wanted, voices, faces } = rooms;
  const every = `${rooms.rooms} rooms x 2 on the router`;
  const isAll = rooms.rooms >= wantedRooms;
  const freezes = [
    atMost(rooms.longestFreezeMs, 500),
    atLeast(voices, wanted),
    atLeast(faces, wanted),
  ];
  const wantedShare = (rooms.serverShare / rooms.rooms) * wantedRooms;
  return [
    {
      quantity: `${every}: processors used by server and worker`,
      found: `${percent(rooms.serverShare)} of all, so ${percent(wantedShare)} for ${wantedRooms} rooms (browsers and all: ${percent(rooms.machineShare)}), faces ${figure(rooms.faceKbps, 0)} kbit/s, ${figure(rooms.facesPerSecond)} pictures/s`,
      target: "<= 60 %",
      verdict: isAll ? judge([atMost(wantedShare, 0.6)], wasCalm) : "inconclusive",
    },
    {
      quantity: `${every}: longest freeze of a face; voices and faces that never stopped`,
      found: `${figure(rooms.longestFreezeMs, 0)} ms; ${voices} and ${faces} of ${wanted}`,
      target: "<= 500 ms; all",
      verdict: isAll ? judge(freezes, wasCalm) : "inconclusive",
    },
  ];
}

/** One picture of the screen: less than this no eye can tell. */
const pictureMs = 17;

function filmRows({ quiet, talking }: FilmFound, wasCalm: boolean): Row[] {
  const [before, during] = [quiet.difference, talking.difference];
  return [
    {
      quantity: "same-frame difference without / with a call, p95",
      found: `${figures(before.p95, during.p95)} ms, ratio ${figure(during.p95 / before.p95, 2)}; the same frame ${percent(quiet.sameShare)} / ${percent(talking.sameShare)} of the time`,
      target: "not behind by a picture, nor by 2 %",
      verdict: judge(
        [
          atMost(during.p95, Math.max(before.p95, pictureMs)),
          atLeast(talking.sameShare, quiet.sameShare - 0.02),
        ],
        wasCalm,
      ),
    },
    {
      quantity: "pauses on the same frame without / with a call",
      found: `${quiet.pausesSame}/${quiet.cycles} / ${talking.pausesSame}/${talking.cycles}`,
      target: "all",
      verdict: judge(
        [atLeast(talking.pausesSame, talking.cycles), atMost(talking.claims.falseSamples, 0)],
        wasCalm,
      ),
    },
    {
      quantity: "press pause -> both still without / with a call, p50",
      found: `${figures(quiet.still.p50, talking.still.p50)} ms, ratio ${figure(talking.still.p50 / quiet.still.p50, 2)}`,
      target: "not behind by two pictures",
      verdict: judge([atMost(talking.still.p50, quiet.still.p50 + 2 * pictureMs)], wasCalm),
    },
  ];
}
