import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { rounds, tellTimes, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness } from "#tests/helpers/witness.ts";
import type { Testimony } from "#tests/helpers/witness.ts";

test.use({ clips: [numberedClips.silent] });

const chip = (page: Page) => page.locator("[data-loop]");

/** Each time the picture went back: the number it left and the one it began again with. */
function turnsOf({ pictures }: Testimony) {
  return pictures.flatMap(({ atMs, what }, n) => {
    const before = pictures[n - 1]?.what ?? null;
    return before !== null && what !== null && what < before - 5 ? [{ atMs, before, what }] : [];
  });
}

test("[PB47] [N11] [F4.3] again, slower plays the same part at half speed on both, round after round", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const pages = [nadia.page, callum.page];
  await nadia.page.keyboard.press("l");
  for (const page of pages) await expectReady(page);
  await nadia.page.keyboard.press("j");
  for (let n = 0; n < 20; n += 1) await nadia.page.keyboard.press(".");
  await expect.poll(() => readFrameNumber(callum.page)).toBe(20);
  for (const page of pages) await expectReady(page);
  for (const page of pages) await callWitness(page);

  await callum.page.getByRole("button", { name: "Again, slower" }).click();
  for (const page of pages) {
    await expect(chip(page)).toContainText("Looping 0:00.0 to 0:00.8, half speed");
    await expect
      .poll(async () => turnsOf(await hearWitness(page)).length, { timeout: 30_000 })
      .toBeGreaterThan(rounds(3, 20));
  }
  await nadia.page.keyboard.press("u");

  const [here = [], there = []] = await Promise.all(
    pages.map(async (page) => turnsOf(await hearWitness(page))),
  );
  const apartMs = here.slice(0, 3).map(({ atMs }, n) => Math.abs(atMs - (there[n]?.atMs ?? 0)));
  tellTimes(`N11 ${here.length} turns, apart on both screens`, apartMs);
  for (const { before, what } of [...here, ...there].filter((turn) => turn.before > 12)) {
    expect(what).toBe(0);
    expect(before).toBeGreaterThanOrEqual(18);
    expect(before).toBeLessThanOrEqual(21);
  }
  expect(here.length).toBeGreaterThan(3);
  for (const page of pages) {
    await expect(chip(page)).toHaveCount(0);
    await expect
      .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.playbackRate))
      .toBeGreaterThan(0.85); // letting go brings back the old speed
  }
  await nadia.page.keyboard.press("k");
  for (const page of pages) await expectReady(page);
});
