import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { until } from "#tests/helpers/until.ts";
import { rounds, tellMeasured, tellTimes, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness } from "#tests/helpers/witness.ts";

const all = 100;
/** One press after another, each measured; for the others the key is held down. */
const single = rounds(12, 60);
const repeatEveryMs = 33;

const kinds = ["29.97 a second", "uneven frames", "even frames"].slice(0, rounds(2, 3));

test.use({ clips: [numberedClips.broadcast, numberedClips.variable, numberedClips.silent] });

/** Presses a step and waits for its picture on this screen; answers how long it took, in ms. */
async function stepOnce(page: Page, key: string, to: number): Promise<number> {
  await page.keyboard.press(key);
  await expect.poll(() => readFrameNumber(page), { intervals: [10] }).toBe(to);
  const look = async () => {
    const { presses, pictures } = await hearWitness(page);
    const pressedAtMs = presses.at(-1)?.atMs ?? Number.NaN;
    const shown = pictures.find(({ atMs, what }) => atMs >= pressedAtMs && what === to);
    return shown === undefined ? null : shown.atMs - pressedAtMs;
  };
  await expect.poll(look, { intervals: [10] }).not.toBeNull();
  return (await look()) ?? Number.NaN;
}

/** Holds a key down as a keyboard does; answers how many different pictures were seen meanwhile. */
async function holdDown(page: Page, key: string, times: number): Promise<number> {
  const before = (await hearWitness(page)).pictures.length;
  const startMs = performance.now();
  for (let n = 0; n < times; n += 1) {
    await until(startMs + n * repeatEveryMs);
    await page.keyboard.down(key);
  }
  await page.keyboard.up(key);
  return new Set((await hearWitness(page)).pictures.slice(before).map(({ what }) => what)).size;
}

test("[PB10] [A6] a hundred steps forward and a hundred back end on the same frame for both, at 29.97 and at a variable rate; each answers at once, also when the key is held", async ({
  review,
}) => {
  test.setTimeout(rounds(120_000, 300_000));
  const lines = [await review.line(50), await review.line(50)] as const;
  const { nadia, callum } = await review.meet({ guider: lines[0], practitioner: lines[1] });
  const { page } = callum;
  await callWitness(page);
  const tookMs: number[] = [];

  for (const [index, kind] of kinds.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect.poll(() => readFrameNumber(nadia.page)).toBe(0);
    await expectReady(page);
    const seen: number[] = [];
    for (const [key, from, by] of [
      [".", 0, 1],
      [",", all, -1],
    ] as const) {
      for (let n = 1; n <= single; n += 1) tookMs.push(await stepOnce(page, key, from + n * by));
      seen.push(await holdDown(page, key, all - single));
      for (const one of [page, nadia.page]) {
        await expect.poll(() => readFrameNumber(one)).toBe(from + all * by);
        await expectReady(one);
        expect(await readFrameNumber(one)).toBe(from + all * by);
      }
    }
    tellMeasured(`A6 ${kind}: ${seen.join(" and ")} pictures seen in ${all - single} held steps`);
    expect(Math.min(...seen)).toBeGreaterThan(5);
  }

  tellTimes("A6 a step on one's own screen", tookMs);
  expect(tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)]).toBeLessThan(250);
});
