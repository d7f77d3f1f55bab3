import type { BenchClient } from "./bench-client.ts";
import { textOf } from "./contenders.ts";
import type { BoardContender } from "./contenders.ts";
import { passTime } from "#tests/bench/sync/actions.ts";

/** Kilobytes of heap for each room: one client, one observation of 50 characters, idle. */
export interface MemoryResult {
  readonly firstHalfKb: number;
  readonly secondHalfKb: number;
}

const warmRooms = 100;
/** Long enough for ours to let its second document go. */
const idleMs = 8_000;
const words = "looked towards the blocks, then at Callum, smiling";

/** Fills so many rooms, in two halves, on a server that was just started and warmed. */
export async function measureMemory(
  contender: BoardContender,
  rooms: number,
): Promise<MemoryResult> {
  await contender.server.kill9();
  await contender.server.start();
  const clients: BenchClient[] = [];
  const fill = async (until: number): Promise<number> => {
    while (clients.length < until) {
      const client = await contender.join(clients.length, 0);
      clients.push(client);
      textOf(client).insert(0, words.slice(0, 50));
    }
    await passTime(idleMs);
    return (await contender.server.ask("heap")).heapUsed;
  };
  const half = Math.floor(rooms / 2);
  const empty = await fill(warmRooms);
  const first = await fill(warmRooms + half);
  const second = await fill(warmRooms + 2 * half);
  for (const client of clients) client.close();
  const kilobytes = (bytes: number) => bytes / half / 1024;
  return { firstHalfKb: kilobytes(first - empty), secondHalfKb: kilobytes(second - first) };
}

/** The most rooms it takes. */
export const roomsOfMemory = (rooms: number): number => rooms + warmRooms;
