import * as Y from "yjs";
import type { BenchClient } from "./bench-client.ts";
import { textOf } from "./contenders.ts";
import type { BoardContender } from "./contenders.ts";
import { percentile } from "#tests/bench/sync/statistics.ts";
import { passTime } from "#tests/bench/sync/actions.ts";

/** A room with a writer and a reader; `sentAtMs` by the writer's clock. */
export interface LoadRoom {
  readonly writer: BenchClient;
  readonly reader: BenchClient;
  readonly sentAtMs: Map<number, number>;
}

/** How one load went. */
export interface LoadResult {
  readonly perSecond: number;
  readonly rooms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The share of edits that had arrived two seconds after the last was sent. */
  readonly arrivedShare: number;
  /** The server's processor time as a share of the time that passed. */
  readonly cpuShare: number;
}

/** Opens rooms from..to, each with a writer and a reader whose arrivals go to `latenciesMs`. */
export async function openRooms(
  contender: BoardContender,
  from: number,
  to: number,
  latenciesMs: number[],
): Promise<LoadRoom[]> {
  const rooms: LoadRoom[] = [];
  for (let room = from; room < to; room += 1) {
    const sentAtMs = new Map<number, number>();
    const writer = await contender.join(room, 0, { appliesNothing: true });
    const reader = await contender.join(room, 1, {
      appliesNothing: true,
      onUpdate: (update) => {
        const { from: begins, to: ends } = Y.parseUpdateMeta(update);
        const { clientID } = writer.doc;
        for (let at = begins.get(clientID) ?? 0; at < (ends.get(clientID) ?? 0); at += 1) {
          const sent = sentAtMs.get(at);
          if (sent === undefined) continue;
          sentAtMs.delete(at);
          latenciesMs.push(performance.now() - sent);
        }
      },
    });
    rooms.push({ writer, reader, sentAtMs });
  }
  return rooms;
}

/** One letter of a room's writer, remembered by its place on the clock. */
export function writeLetter({ writer, sentAtMs }: LoadRoom): void {
  const text = textOf(writer);
  sentAtMs.set(Y.getState(writer.doc.store, writer.doc.clientID), performance.now());
  text.insert(text.length, "x");
}

const tickMs = 4;

/** Writes in all rooms in turn, `perSecond` letters in all, for so long. */
export async function runLoad(
  contender: BoardContender,
  rooms: readonly LoadRoom[],
  latenciesMs: number[],
  plan: { readonly perSecond: number; readonly lengthMs: number },
): Promise<LoadResult> {
  latenciesMs.length = 0;
  for (const { sentAtMs } of rooms) sentAtMs.clear();
  const before = await contender.server.ask("cpu");
  const startedAtMs = performance.now();
  let written = 0;
  for (;;) {
    const elapsedMs = performance.now() - startedAtMs;
    if (elapsedMs >= plan.lengthMs) break;
    const due = Math.floor((elapsedMs / 1_000) * plan.perSecond);
    for (; written < due; written += 1) {
      const room = rooms[written % rooms.length];
      if (room !== undefined) writeLetter(room);
    }
    await passTime(tickMs);
  }
  const after = await contender.server.ask("cpu");
  const cpuShare = (after.cpuMs - before.cpuMs) / (performance.now() - startedAtMs);
  await untilArrived(rooms);
  return {
    perSecond: written / (plan.lengthMs / 1_000),
    rooms: rooms.length,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    arrivedShare: written === 0 ? 0 : latenciesMs.length / written,
    cpuShare,
  };
}

async function untilArrived(rooms: readonly LoadRoom[]): Promise<void> {
  const endAtMs = performance.now() + 2_000;
  while (performance.now() < endAtMs && rooms.some(({ sentAtMs }) => sentAtMs.size > 0)) {
    await passTime(20);
  }
}

/** Ends the connections of these rooms. */
export function closeRooms(rooms: readonly LoadRoom[]): void {
  for (const { writer, reader } of rooms) {
    writer.close();
    reader.close();
  }
}
