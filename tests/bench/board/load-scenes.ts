import type { BoardContender } from "./contenders.ts";
import { closeRooms, openRooms, runLoad } from "./load.ts";
import type { LoadResult, LoadRoom } from "./load.ts";
import { note } from "#tests/bench/sync/progress.ts";
import { figure } from "#tests/bench/sync/statistics.ts";

/** How long and how far the loads go. */
export interface LoadPlan {
  readonly lengthMs: number;
  /** Loads to try after 2,000 a second, rising; the first that is too much ends it. */
  readonly ladder: readonly number[];
}

/** What loads of all sizes came to; `saturationPerSecond` is the highest that was carried. */
export interface LoadResults {
  readonly small: LoadResult;
  readonly large: LoadResult;
  readonly saturationPerSecond: number;
}

const small = { rooms: 25, perSecond: 250 };
const large = { rooms: 200, perSecond: 2_000 };
/** Each writer stays far below a connection's allowance: more load is more rooms. */
const perRoom = 10;
const carried = { p99Ms: 50, arrivedShare: 0.99 };

/** The most rooms a plan needs. */
export const roomsOf = (plan: LoadPlan): number =>
  Math.max(large.rooms, ...plan.ladder.map((perSecond) => perSecond / perRoom));

/** 25 rooms, then 200 with 2,000 edits a second, then more and more rooms. */
export async function measureLoads(
  contender: BoardContender,
  plan: LoadPlan,
): Promise<LoadResults> {
  const latenciesMs: number[] = [];
  const rooms: LoadRoom[] = [];
  await contender.server.kill9();
  await contender.server.start();

  async function load(perSecond: number, count: number): Promise<LoadResult> {
    rooms.push(...(await openRooms(contender, rooms.length, count, latenciesMs)));
    await runLoad(contender, rooms, latenciesMs, { perSecond, lengthMs: 1_500 }); // warms it
    const { lengthMs } = plan;
    const result = await runLoad(contender, rooms, latenciesMs, { perSecond, lengthMs });
    note(
      `${contender.name}: ${figure(result.perSecond, 0)}/s in ${count} rooms, p50 ${figure(result.p50Ms)}, p99 ${figure(result.p99Ms)} ms, ${figure(result.cpuShare * 100)} % CPU`,
    );
    return result;
  }

  const first = await load(small.perSecond, small.rooms);
  const second = await load(large.perSecond, large.rooms);
  let highest = isCarried(second) ? second : isCarried(first) ? first : null;
  for (const perSecond of highest === second ? plan.ladder : []) {
    const result = await load(perSecond, perSecond / perRoom);
    if (!isCarried(result)) break;
    highest = result;
  }
  closeRooms(rooms);
  return { small: first, large: second, saturationPerSecond: highest?.perSecond ?? 0 };
}

const isCarried = ({ p99Ms, arrivedShare }: LoadResult) =>
  p99Ms < carried.p99Ms && arrivedShare >= carried.arrivedShare;
