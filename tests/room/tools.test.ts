import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { looksSince, pressedAtMs, watchLooks } from "#tests/helpers/look-witness.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { rounds, tellMeasured, tellTimes, test } from "#tests/helpers/watched-review.ts";

test.use({ clips: [numberedClips.silent] });

const chip = (page: Page) => page.locator("[data-loop]");
const ring = (page: Page) => page.locator("[data-ring]");
const picture = (page: Page) => page.getByRole("application", { name: "The picture" });
const zoomOf = async (page: Page) => {
  const film = await page.locator("video").boundingBox();
  const whole = await picture(page).boundingBox();
  return Math.round((100 * (film?.width ?? 0)) / (whole?.width ?? 0)) / 100;
};

/** How long after the last press in one page the other page showed `words` (or another zoom), in ms. */
async function reachedAfterMs(presser: Page, other: Page, words: RegExp): Promise<number> {
  const atMs = await pressedAtMs(presser);
  const found = async () => (await looksSince(other, atMs)).find(({ look }) => words.test(look));
  await expect.poll(found).toBeDefined();
  return ((await found())?.atMs ?? Number.NaN) - atMs;
}

test("[PB52] [F4.4] [F4.5] [A10] zoom, loop, rings and looking apart reach the other side at once, and whoever comes late", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  for (const { page } of [nadia, callum]) await watchLooks(page);
  const took: Record<string, number[]> = { zoom: [], loop: [], ring: [], apart: [] };

  for (let round = 0; round < rounds(4, 20); round += 1) {
    const [mine, theirs] = round % 2 === 0 ? [nadia.page, callum.page] : [callum.page, nadia.page];
    const name = round % 2 === 0 ? "Nadia" : "Callum";
    const measure = async (what: string, act: () => Promise<void>, words: RegExp) => {
      await act();
      took[what]?.push(await reachedAfterMs(mine, theirs, words));
    };
    const press = (key: string) => () => mine.keyboard.press(key);
    await measure("zoom", press("+"), /scale\(1\.5\)/);
    await measure("zoom", press("0"), /scale\(1\)/);
    await press("1")();
    await press("i")();
    await press("l")();
    await expectReady(mine);
    await measure("loop", press("o"), /Looping 0:00 to 0:02/);
    await measure("loop", press("u"), /"loop":""/);
    await press("k")();
    for (const one of [mine, theirs]) await expectReady(one);
    await press("p")();
    const box = await picture(mine).boundingBox();
    if (box === null) throw new Error("no picture");
    const toRing = () => mine.mouse.move(box.x + 50 + 9 * round, box.y + 80);
    await measure("ring", toRing, /"places":"[^"]+/);
    await press("p")();
    await expect(ring(theirs)).toHaveCount(0);
    await measure("apart", press("g"), new RegExp(`${name} is looking on their own`));
    await measure("apart", press("g"), /Paused/);
    for (const one of [mine, theirs]) await expectReady(one);
  }

  for (const [what, times] of Object.entries(took)) tellTimes(`F4.5 ${what} reaches`, times);
  expect(Math.max(...Object.values(took).flat())).toBeLessThan(2_000);

  for (const key of ["1", "i", "l", "o", "<", "<", "+", "+"]) await nadia.page.keyboard.press(key);
  await expect(chip(callum.page)).toContainText("Looping 0:00 to 0:02, half speed");
  const asked = Date.now();
  await callum.page.reload();
  await expect(chip(callum.page)).toContainText("Looping 0:00 to 0:02, half speed");
  await expect.poll(() => zoomOf(callum.page)).toBe(2.25);
  tellMeasured(`F4.5 a late joiner has loop, speed and zoom ${Date.now() - asked} ms after asking`);
  await expect.poll(() => readFrameNumber(callum.page)).not.toBeNull();
  await nadia.page.keyboard.press("k");
  for (const { page } of [nadia, callum]) await expectReady(page);
  expect(await readFrameNumber(callum.page)).toBe(await readFrameNumber(nadia.page));
});

/** Where the middle of a ring, or of the mouse, lies in the film, 0-1. */
async function placeInFilm(page: Page, at: { x: number; y: number }) {
  const film = await page.locator("video").boundingBox();
  if (film === null) throw new Error("no film");
  return { x: (at.x - film.x) / film.width, y: (at.y - film.y) / film.height };
}

async function ringInFilm(page: Page) {
  const box = await ring(page).boundingBox();
  if (box === null) throw new Error("no ring");
  return placeInFilm(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

test("[PB49] [F4.4] [A10] a ring lies within 1 % of the same place in windows of any size, also when close, and fades", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  await nadia.page.keyboard.press("p");
  let mostOff = 0;

  for (const [width, height] of [
    [1366, 768],
    [1180, 820],
    [390, 844],
  ] as const) {
    await callum.page.setViewportSize({ width, height });
    for (const key of ["0", "+", "+"]) {
      await nadia.page.keyboard.press(key);
      for (const [x, y] of [
        [0.3, 0.35],
        [0.62, 0.71],
      ] as const) {
        const box = await picture(nadia.page).boundingBox();
        if (box === null) throw new Error("no picture");
        const hand = { x: box.x + x * box.width, y: box.y + y * box.height };
        await nadia.page.mouse.move(hand.x, hand.y);
        const place = await placeInFilm(nadia.page, hand);
        const off = async () => {
          const there = await ringInFilm(callum.page);
          return Math.max(Math.abs(there.x - place.x), Math.abs(there.y - place.y));
        };
        await expect(ring(callum.page)).toBeVisible();
        await expect.poll(off).toBeLessThan(0.01);
        mostOff = Math.max(mostOff, await off());
      }
    }
  }
  const restedAtMs = Date.now();
  await expect(ring(callum.page)).toHaveCount(0);
  const fadedAfterMs = Date.now() - restedAtMs;

  tellMeasured(`A10 a ring is at most ${(100 * mostOff).toFixed(2)} % off`);
  tellMeasured(`A10 a ring at rest is gone after ${fadedAfterMs} ms`);
  expect(fadedAfterMs).toBeGreaterThan(1_500);
  expect(fadedAfterMs).toBeLessThan(6_000);
});

test("[PB50] [A10] whoever looks on their own moves nobody, is said to, and comes back to the others", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const revision = await revisionOf(nadia.page);

  await callum.page.keyboard.press("g");
  await expect(
    callum.page.getByText("You are looking on your own. Nadia sees none of it."),
  ).toBeVisible();
  await expect(
    nadia.page.getByText("Callum is looking on their own for now").first(),
  ).toBeVisible();
  for (const key of ["l", ".", "+", "<"]) await callum.page.keyboard.press(key);
  await expect.poll(() => readFrameNumber(callum.page)).toBe(51);
  await callum.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(55);
  expect(await readFrameNumber(nadia.page)).toBe(0);
  expect(await revisionOf(nadia.page)).toBe(revision);
  expect(await zoomOf(nadia.page)).toBe(1);
  await nadia.page.keyboard.press(".");
  await expect.poll(() => readFrameNumber(nadia.page)).toBe(1);

  await callum.page.getByRole("button", { name: "Back together" }).click();
  for (const { page } of [nadia, callum]) await expectReady(page);
  expect(await readFrameNumber(callum.page)).toBe(1);
  expect(await zoomOf(callum.page)).toBe(1);

  await callum.page.keyboard.press("g");
  await callum.page.keyboard.press("l");
  await expect.poll(() => readFrameNumber(callum.page)).toBe(51);
  await callum.page.keyboard.press("h");
  await expect.poll(() => readFrameNumber(nadia.page)).toBe(51);
  for (const { page } of [nadia, callum]) await expectReady(page);
  await expect(stage(callum.page)).toBeVisible();
});
