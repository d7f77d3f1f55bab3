import { syncFrame } from "./dialect.ts";
import { closeRooms, openRooms, writeLetter } from "./load.ts";
import type { LoadRoom } from "./load.ts";
import type { BoardContender } from "./contenders.ts";
import { textOf } from "./contenders.ts";
import { passTime } from "#tests/bench/sync/actions.ts";
import { declaredStructs, manyClients } from "#tests/server/board/forged-updates.ts";
import { forgeUpdate, textItem } from "#tests/trials/forge-update.ts";

/** The longest that anybody in another room waited around one hostile frame; `Infinity` when it never came. */
export type HostileResult = Readonly<Record<string, number>>;

const letterEveryMs = 10;
const calmMs = 500;
const watchedMs = 1_500;
const patienceMs = 12_000;

/** Sends each kind of frame to a fresh server while two people write in another room. */
export async function measureHostile(contender: BoardContender): Promise<HostileResult> {
  const found: Record<string, number> = {};
  for (const [kind, forge] of Object.entries(updates)) {
    await contender.server.kill9();
    await contender.server.start();
    found[kind] = await stallOf(contender, forge);
  }
  return found;
}

async function stallOf(
  contender: BoardContender,
  forge: (text: ReturnType<typeof textOf>) => Uint8Array,
): Promise<number> {
  const latenciesMs: number[] = [];
  const rooms = await openRooms(contender, 0, 1, latenciesMs);
  const [good] = rooms;
  if (good === undefined) throw new Error("there is no room");
  const hostile = await contender.join(1, 0);
  const { dialect, room } = contender.doorOf(1, 0);
  const frame = syncFrame(dialect, room, "update", forge(textOf(hostile)));
  await write(good, calmMs);
  latenciesMs.length = 0;
  hostile.send(frame);
  await write(good, watchedMs);
  const endAtMs = performance.now() + patienceMs;
  while (good.sentAtMs.size > 0 && performance.now() < endAtMs && contender.server.isAlive()) {
    await passTime(20);
  }
  const never = good.sentAtMs.size > 0 ? [Infinity] : [];
  closeRooms(rooms);
  hostile.close();
  return Math.max(...latenciesMs, ...never);
}

async function write(room: LoadRoom, lengthMs: number): Promise<void> {
  const endAtMs = performance.now() + lengthMs;
  while (performance.now() < endAtMs) {
    writeLetter(room);
    await passTime(letterEveryMs);
  }
}

type Forge = (text: ReturnType<typeof textOf>) => Uint8Array;

const parentOf = (text: ReturnType<typeof textOf>) => {
  const { client, clock } = text._item?.id ?? { client: 0, clock: 0 };
  return [client, clock] as const;
};

const updates: Readonly<Record<string, Forge>> = {
  "7 bytes that declare 4,000,000,000 structs": () => declaredStructs(4_000_000_000),
  "80 KB that name 10,000 clients": () => manyClients(10_000),
  "3,000 letters of 3 clients for one place": (text) =>
    forgeUpdate(
      [3, 2, 1].map((clientId) => ({
        clientId,
        clock: 0,
        structs: Array.from({ length: 1_000 }, (_, index) =>
          textItem(
            index % 2 === 0 || index < 2
              ? { parent: parentOf(text) }
              : { right: [clientId, index - 2] },
            "x",
          ),
        ),
      })),
    ),
  "a word of 20 MB": (text) =>
    forgeUpdate([
      {
        clientId: 5,
        clock: 0,
        structs: [textItem({ parent: parentOf(text) }, "w".repeat(20 * 2 ** 20))],
      },
    ]),
};
