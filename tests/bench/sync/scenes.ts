import {
  forgetBoth,
  hearBoth,
  passTime,
  press,
  until,
  untilMoving,
  untilRest,
  wander,
} from "./actions.ts";
import type { OurContender } from "./contenders.ts";
import { setWeather } from "./links.ts";
import type { LinkName } from "./links.ts";
import { note } from "./progress.ts";
import { glance, hear, readNumber } from "./sides.ts";
import type { Side } from "./sides.ts";
import { inStepFromMs } from "./sightings.ts";

/** A scene with the product that is repeated; what each time took in ms, or null when it did not come about. */
export type Scene = (
  ours: OurContender,
  link: LinkName,
  random: () => number,
) => Promise<number | null>;

const wallNowMs = () => performance.timeOrigin + performance.now();
const early = { from: 0, to: 200 };

async function playFromEarly(ours: OurContender, random: () => number): Promise<void> {
  await wander(ours, ours.sides[0], random, early);
  await forgetBoth(ours);
  await press(ours.sides[0], "k");
  if (!(await untilMoving(ours))) throw new Error("both did not move");
}

async function pauseAgain(ours: OurContender): Promise<void> {
  const glances = await Promise.all(ours.sides.map(glance));
  if (glances.some(({ stillForMs }) => stillForMs < 300)) await press(ours.sides[0], "k");
  await untilRest(ours);
}

/** When both are in step after `fromMs`, asked until they are. */
async function inStepAfter(
  hearThem: () => ReturnType<typeof hearBoth>,
  fromMs: number,
): Promise<number | null> {
  let found: number | null = null;
  await until(
    async () => {
      const [first, second] = await hearThem().catch(() => [null, null]);
      if (!first || !second) return false;
      const span = { fromMs, toMs: Infinity };
      found = inStepFromMs(first.pictures, second.pictures, span);
      return found !== null;
    },
    12_000,
    500,
  );
  return found === null ? null : found - fromMs;
}

/** Somebody who was let in opens the page of a playing room: from opening it until in step. */
export const joinPlaying: Scene = async (ours, _link, random) => {
  const [here, there] = ours.sides;
  const address = there.page.url();
  await there.page.goto("about:blank");
  await wander({ ...ours, sides: [here, here], makesClaims: false }, here, random, early);
  await press(here, "k");
  await until(async () => (await glance(here)).stillForMs < 150);
  await passTime(500 + random() * 500);
  const openedAtMs = wallNowMs();
  await there.page.goto(address, { waitUntil: "commit" });
  const tookMs = await inStepAfter(() => hearBoth(ours), openedAtMs);
  await pauseAgain(ours);
  return tookMs;
};

/** One side's line goes silent for ten seconds while both play, then heals: until in step again. */
export const cutWhilePlaying: Scene = async (ours, link, random) => {
  await playFromEarly(ours, random);
  const line = ours.lines[1];
  await passTime(2_000);
  line.blackhole();
  await passTime(10_000);
  line.heal();
  setWeather(line, link);
  const tookMs = await inStepAfter(() => hearBoth(ours), wallNowMs());
  await pauseAgain(ours);
  return tookMs;
};

/** The server is killed while both play and starts again: from listening until both rest on one frame. */
export const restartWhilePlaying: Scene = async (ours, _link, random) => {
  await playFromEarly(ours, random);
  await passTime(2_000);
  await ours.demo.kill9();
  await ours.demo.restart();
  const listensAtMs = wallNowMs();
  if (!(await untilRest(ours, 15_000))) return null;
  const frames = [await readNumber(ours.sides[0]), await readNumber(ours.sides[1])];
  if (frames[0] === null || frames[0] !== frames[1]) return null;
  const settledAtMs = (await hearBoth(ours)).map(({ pictures, claims }) =>
    Math.max(pictures.at(-1)?.atMs ?? 0, claims.at(-1)?.atMs ?? 0),
  );
  return Math.max(0, Math.max(...settledAtMs) - listensAtMs);
};

/** Twenty alternating presses in five seconds from both sides: until both agree; null when they do not. */
export const storm: Scene = async (ours, _link, random) => {
  await wander(ours, ours.sides[0], random, early);
  for (let n = 0; n < 20; n += 1) {
    const dueAtMs = performance.now() + 250;
    await press(ours.sides[n % 2 === 0 ? 0 : 1], "k");
    await passTime(Math.max(0, dueAtMs - performance.now()));
  }
  const endedAtMs = performance.now();
  const moves = (side: Side) => glance(side).then(({ stillForMs }) => stillForMs < 300);
  const agrees = await until(async () => {
    const [first, second] = await Promise.all(ours.sides.map(moves));
    if (first !== second) return false;
    return first === true ? bothInStep(ours) : untilRest(ours, 600);
  });
  const tookMs = performance.now() - endedAtMs;
  await pauseAgain(ours);
  const frames = [await readNumber(ours.sides[0]), await readNumber(ours.sides[1])];
  note(`storm: frames ${frames.join(" and ")}`);
  return agrees && frames[0] === frames[1] ? tookMs : null;
};

async function bothInStep(ours: OurContender): Promise<boolean> {
  await forgetBoth(ours);
  await passTime(900);
  const [first, second] = [await hear(ours.sides[0]), await hear(ours.sides[1])];
  return inStepFromMs(first.pictures, second.pictures, { fromMs: 0, toMs: Infinity }) !== null;
}

/** A moment held on this clip opens again on its very frame, for both; null when it does not. */
export const anchorReopens: Scene = async (ours, _link, random) => {
  const [here, there] = ours.sides;
  await wander(ours, here, random);
  const held = await readNumber(here);
  await press(here, "h");
  await here.page.locator("textarea:focus").waitFor();
  await press(here, "Escape");
  await press(there, "["); // to the moment before, of this clip or the other one
  if (!(await until(async () => (await readNumber(here)) !== held))) return null;
  await untilRest(ours);
  const startMs = performance.now();
  await press(there, "]");
  const reopens = await until(
    async () => (await readNumber(here)) === held && (await readNumber(there)) === held,
  );
  const tookMs = performance.now() - startMs;
  await untilRest(ours);
  return reopens && held !== null ? tookMs : null;
};
