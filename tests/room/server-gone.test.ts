import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { rounds, tellTimes, test } from "#tests/helpers/watched-review.ts";

const rateOf = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => video.playbackRate);

test("[PB56] a server killed while playing, and right after a pause, a move or a change of speed, comes back with both at rest on that frame", async ({
  review,
}) => {
  test.setTimeout(rounds(120_000, 600_000));
  review.expectLostRequests();
  const { nadia, callum } = await review.meet({ practitioner: await review.line(20) });
  const pages = [nadia.page, callum.page];
  const backMs: number[] = [];

  /** Kills the server now; answers the frame both rest on after. */
  const killAndRestart = async () => {
    const epoch = (await stage(nadia.page).getAttribute("data-epoch")) ?? "";
    await review.kill9();
    await review.restart();
    const listensAtMs = performance.now();
    for (const page of pages) {
      await expect(stage(page)).not.toHaveAttribute("data-epoch", epoch);
      await expectReady(page);
      await expect(stage(page)).toHaveAttribute("data-phase", "paused");
    }
    backMs.push(performance.now() - listensAtMs);
    const [one, other] = await Promise.all(pages.map((page) => readFrameNumber(page)));
    expect(one).toBe(other);
    return one ?? Number.NaN;
  };
  const pressSeenByOther = async (key: string) => {
    const before = await revisionOf(callum.page);
    await nadia.page.keyboard.press(key);
    await expect.poll(() => revisionOf(callum.page), { intervals: [10] }).toBeGreaterThan(before);
  };

  for (let round = 0; round < rounds(1, 10); round += 1) {
    await nadia.page.keyboard.press("1");
    await expectReady(callum.page);
    await pressSeenByOther("k");
    await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(30);
    const rested = await killAndRestart();
    expect(rested).toBeGreaterThan(5);
    expect(rested).toBeLessThan(100);
  }

  await pressSeenByOther("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(5);
  await pressSeenByOther("k");
  const pausedOn = await readFrameNumber(nadia.page);
  expect(await killAndRestart()).toBe(pausedOn);

  for (const key of ["1", "l", "<"]) await pressSeenByOther(key);
  expect(await killAndRestart()).toBe(50);
  await pressSeenByOther("k");
  for (const page of pages) {
    await expect.poll(async () => Math.round((await rateOf(page)) * 4) / 4).toBe(0.75);
  }

  tellTimes("server back: both at rest on the same frame after", backMs);
  expect(Math.max(...backMs)).toBeLessThan(8_000);
});
