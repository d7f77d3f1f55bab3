import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });
const settingsOf = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => ({
    isPaused: video.paused,
    rate: Math.round(video.playbackRate * 4) / 4,
  }));

test.use({ clips: [numberedClips.silent, numberedClips.variable] });

test("[AC7] every key of the map does what it says, for both", async ({ review }) => {
  const { nadia, callum } = await review.meet();
  const { page } = callum;
  const both = [nadia.page, page];
  const press = (key: string) => page.keyboard.press(key);
  const rested = async () => {
    for (const one of both) await expectReady(one);
    const shown = await readFrameNumber(page);
    expect(await readFrameNumber(nadia.page)).toBe(shown);
    return shown ?? Number.NaN;
  };
  const expectAt = async (number: number) => {
    await expect.poll(() => readFrameNumber(nadia.page)).toBe(number);
    expect(await rested()).toBe(number);
  };

  await test.step("1-9 open a clip", async () => {
    await press("2");
    await expect(page.getByRole("button", { name: /^2 / })).toHaveAttribute("aria-current", "true");
    await rested();
    await press("1");
    for (const one of both) {
      await expect(one.getByRole("button", { name: /^1 / })).toHaveAttribute(
        "aria-current",
        "true",
      );
    }
    await expectAt(0);
  });
  await test.step("Space and K play and pause", async () => {
    for (const key of [" ", "k"]) {
      await press(key);
      for (const one of both)
        await expect.poll(async () => (await settingsOf(one)).isPaused).toBe(false);
      await press(key);
      for (const one of both)
        await expect.poll(async () => (await settingsOf(one)).isPaused).toBe(true);
      await rested();
    }
  });
  await test.step("J and L skip two seconds, comma and full stop one frame", async () => {
    await press("1");
    await expectAt(0);
    await press("l");
    await expectAt(50);
    await press(".");
    await expectAt(51);
    await press(",");
    await press(",");
    await expectAt(49);
    await press("j");
    await expectAt(0);
  });
  await test.step("< and > change the speed, within what there is", async () => {
    await press("k");
    for (const key of ["<", "<"]) await press(key);
    for (const one of both) await expect.poll(async () => (await settingsOf(one)).rate).toBe(0.5);
    for (const key of [">", ">", ">"]) await press(key);
    for (const one of both) await expect.poll(async () => (await settingsOf(one)).rate).toBe(1);
    await press("k");
    await rested();
  });
  await test.step("R repeats the clip", async () => {
    await press("r");
    for (const key of ["1", "l", "l"]) await press(key);
    await expectAt(100);
    await press("k");
    for (const one of both) {
      await expect.poll(() => readFrameNumber(one), { intervals: [60] }).toBeLessThan(60);
    }
    await press("k");
    await press("r");
    await rested();
  });
  await test.step("H holds, and puts the holder into the first question", async () => {
    await press("h");
    await expect(field(page)).toBeFocused();
    await expect(field(nadia.page)).toHaveValue("");
    await press("Escape");
    await expect(page.locator("#video")).toBeFocused();
  });
  await test.step("[ and ] go through the held moments", async () => {
    await press("1");
    await expectAt(0);
    await press("]");
    for (const one of both) await expect(stage(one)).not.toHaveAttribute("data-shown-frame", "0");
    const first = await rested();
    await press("]");
    await expect.poll(() => readFrameNumber(nadia.page)).not.toBe(first);
    await rested();
    await press("[");
    await expectAt(first);
  });
  await test.step("B and V go to the board and the video", async () => {
    await press("b");
    await expect(page.locator("#board")).toBeFocused();
    await press("v");
    await expect(page.locator("#video")).toBeFocused();
  });
  await test.step("? lists the keys and Escape closes the list", async () => {
    await press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Hold this moment");
    await press("k");
    expect((await settingsOf(page)).isPaused).toBe(true);
    await press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
  await test.step("F fills the screen and gives it back", async () => {
    const widthOf = async () => Math.round((await stage(page).boundingBox())?.width ?? 0);
    const before = await widthOf();
    await press("f");
    await expect.poll(widthOf).toBe(1_366);
    await press("f");
    await expect.poll(widthOf).toBe(before);
  });
  await test.step("X covers and uncovers", async () => {
    await press("x");
    for (const one of both) await expect(one.locator("[data-cover]")).toBeVisible();
    await press("x");
    for (const one of both) await expect(one.locator("[data-cover]")).toHaveCount(0);
  });
});

test("[AC8] in a text field the same keys write and move nothing", async ({ review }) => {
  const { nadia, callum } = await review.meet();
  const { page } = callum;
  await page.keyboard.press("l");
  await page.keyboard.press("h");
  await expect(field(page)).toBeFocused();
  for (const one of [nadia.page, page]) await expectReady(one);
  const [revision, number] = [await revisionOf(page), await readFrameNumber(page)];
  const keys = " kjl,.<>hrfxbv[]?123 KJLX";

  await page.keyboard.type(keys);

  await expect(field(page)).toHaveValue(keys);
  await expect(field(nadia.page)).toHaveValue(keys);
  for (const one of [nadia.page, page]) {
    expect(await revisionOf(one)).toBe(revision);
    expect(await readFrameNumber(one)).toBe(number);
    await expect(one.locator("[data-cover]")).toHaveCount(0);
    await expect(one.getByRole("dialog")).toHaveCount(0);
  }
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan((number ?? 0) + 3);
});
