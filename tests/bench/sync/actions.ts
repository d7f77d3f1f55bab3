import type { Contender } from "./contenders.ts";
import { forget, glance, hear, readNumber } from "./sides.ts";
import type { Side, Testimony } from "./sides.ts";

/** Nothing has to take longer than this; then the benchmark goes on without it. */
export const patienceMs = 10_000;
const restMs = 500;

/** Waits; the only thing here that lets time pass. */
export const passTime = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Asks again until it is so. Says whether it came in time. */
export async function until(
  isSo: () => Promise<boolean>,
  timeoutMs: number = patienceMs,
  everyMs = 50,
): Promise<boolean> {
  const endMs = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > endMs) return false;
    await passTime(everyMs);
  }
  return true;
}

/** Presses a key in the page of one side. */
export const press = ({ page }: Side, key: string): Promise<void> => page.keyboard.press(key);

/** Both pictures have stood still for half a second, and ours says it is the same frame. */
export function untilRest(contender: Contender, timeoutMs: number = patienceMs): Promise<boolean> {
  return until(async () => {
    const glances = await Promise.all(contender.sides.map(glance));
    return glances.every(
      ({ stillForMs, isClaimMade }) =>
        stillForMs >= restMs && (isClaimMade || !contender.makesClaims),
    );
  }, timeoutMs);
}

/** Both pictures move. */
export function untilMoving({ sides }: Contender): Promise<boolean> {
  return until(async () => {
    const glances = await Promise.all(sides.map(glance));
    return glances.every(({ stillForMs }) => stillForMs < 150);
  });
}

/** Both witnesses drop their old notes. */
export async function forgetBoth({ sides }: Contender): Promise<void> {
  for (const side of sides) await forget(side);
}

/** Both witnesses, one after the other. */
export async function hearBoth({ sides }: Contender): Promise<[Testimony, Testimony]> {
  return [await hear(sides[0]), await hear(sides[1])];
}

/** Where the pictures are now, by the first witness. */
export async function lastNumber({ sides }: Contender): Promise<number> {
  return (await hear(sides[0])).pictures.at(-1)?.number ?? 0;
}

/** Moves to somewhere between these frames by jumps of two seconds, and waits until both rest there. */
export async function wander(
  contender: Contender,
  presser: Side,
  random: () => number,
  between: { readonly from: number; readonly to: number } = { from: 0, to: 1_100 },
): Promise<void> {
  const frame = await lastNumber(contender);
  const target = between.from + random() * (between.to - between.from);
  const jumps = Math.round((target - frame) / 50);
  for (let n = 0; n < Math.abs(jumps); n += 1) await press(presser, jumps > 0 ? "l" : "j");
  const hasMoved = async (side: Side) => (await readNumber(side)) !== frame;
  const haveMoved = async () => (await Promise.all(contender.sides.map(hasMoved))).every(Boolean);
  if (jumps !== 0 && !(await until(haveMoved))) throw new Error("a move reached only one side");
  if (!(await untilRest(contender))) throw new Error("both did not come to rest after a move");
}
