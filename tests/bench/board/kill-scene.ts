import { createContains } from "./contained.ts";
import { textOf } from "./contenders.ts";
import type { BoardContender } from "./contenders.ts";
import { passTime } from "#tests/bench/sync/actions.ts";

/** What a kill -9 while people typed came to. */
export interface KillResult {
  /** Edits that the other person had on the screen. */
  readonly displayed: number;
  readonly displayedLost: number;
  /** People whose words the server had called kept, and those of them who lost some. */
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
  /** Rooms in which a fresh client was told "in sync" before it had what was there. */
  readonly syncedTooEarly: number;
}

/** Which rooms, how long they type before the kill, and what chooses their keys. */
export interface KillPlan {
  readonly rooms: readonly number[];
  readonly typeMs: number;
  readonly random: () => number;
}

const keyMs = 25;
const graceMs = 1_500;

/** Two people type in each room, the server is killed and started again, fresh clients look. */
export async function killWhileTyping(
  contender: BoardContender,
  { rooms, typeMs, random }: KillPlan,
): Promise<KillResult> {
  const pairs = await Promise.all(
    rooms.map(async (room) => {
      const nadia = await contender.join(room, 0);
      const callum = await contender.join(room, 1);
      return { room, people: [nadia, callum] };
    }),
  );
  const endAtMs = performance.now() + typeMs;
  for (let round = 0; performance.now() < endAtMs; round += 1) {
    for (const { people } of pairs) {
      for (const person of people) {
        press(textOf(person), random);
        if (round % 5 === 4) person.askKept();
      }
    }
    await passTime(keyMs * random());
  }
  await contender.server.kill9();
  const before = pairs.map(({ room, people }) => ({
    room,
    displayed: people.flatMap((person) => person.displayed),
    kept: people.flatMap((person) => person.acknowledged() ?? []),
  }));
  for (const { people } of pairs) for (const person of people) person.close();
  await contender.server.start();
  const found = await Promise.all(before.map((each) => lookAfresh(contender, each)));
  return addUpKills(found);
}

/** Mostly letters, sometimes one of them out again; a field never fills. */
function press(text: ReturnType<typeof textOf>, random: () => number): void {
  const at = Math.floor(random() * (text.length + 1));
  if (text.length > 3_000) text.delete(0, 2_000);
  else if (random() < 0.15 && at > 0) text.delete(at - 1, 1);
  else text.insert(at, "abcdefg "[Math.floor(random() * 8)] ?? " ");
}

interface Seen {
  readonly room: number;
  readonly displayed: readonly Uint8Array[];
  readonly kept: readonly Uint8Array[];
}

async function lookAfresh(contender: BoardContender, seen: Seen): Promise<KillResult> {
  const fresh = await contender.join(seen.room, 1);
  const missing = () => {
    const contains = createContains(fresh.doc);
    return {
      displayed: seen.displayed.filter((update) => !contains(update)).length,
      kept: seen.kept.filter((update) => !contains(update)).length,
    };
  };
  const atSync = missing();
  // what is not there at once may still be on its way
  const endAtMs = performance.now() + graceMs;
  let last = atSync;
  while (last.displayed > 0 && performance.now() < endAtMs) {
    await passTime(50);
    last = missing();
  }
  fresh.close();
  return {
    displayed: seen.displayed.length,
    displayedLost: last.displayed,
    acknowledged: seen.kept.length,
    acknowledgedLost: last.kept,
    syncedTooEarly: atSync.displayed > last.displayed ? 1 : 0,
  };
}

/** Several results as one. */
export function addUpKills(results: readonly KillResult[]): KillResult {
  const total = (key: keyof KillResult) => results.reduce((sum, each) => sum + each[key], 0);
  return {
    displayed: total("displayed"),
    displayedLost: total("displayedLost"),
    acknowledged: total("acknowledged"),
    acknowledgedLost: total("acknowledgedLost"),
    syncedTooEarly: total("syncedTooEarly"),
  };
}
