import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { readNumberOnScreen } from "#tests/helpers/screen-picture.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

type NotingWindow = Window & { pressedAtMs?: number; coveredAtMs?: number };

const cover = (page: Page) => page.locator("[data-cover]");
const coverButton = (page: Page) => page.getByRole("button", { name: "Cover the picture" });
/** The pictures of held moments that are to be seen on the board. */
const heldPictures = (page: Page) => page.locator("#board :is(canvas, img):visible");
const soundOf = (page: Page) =>
  page.locator("video").evaluate(({ muted, paused }: HTMLVideoElement) => ({ muted, paused }));

/** Notes the instants of the next press and the next cover in this page, by the machine's clock. */
async function noteCover(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes = window as NotingWindow; // a place of the test's own
    delete notes.coveredAtMs;
    const note = () => (notes.pressedAtMs = Date.now());
    window.addEventListener("keydown", note, { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      if (document.querySelector("[data-cover]") === null) return;
      notes.coveredAtMs = Date.now();
      watcher.disconnect();
    });
    watcher.observe(document.body, { subtree: true, childList: true });
  });
}

async function coveredAfterMs(presser: Page, page: Page): Promise<number> {
  await expect(cover(page)).toBeVisible();
  const at = (one: Page, what: "pressedAtMs" | "coveredAtMs") =>
    one.evaluate((name) => (window as NotingWindow)[name] ?? Number.NaN, what); // noted above
  return (await at(page, "coveredAtMs")) - (await at(presser, "pressedAtMs"));
}

async function expectCovered(page: Page): Promise<void> {
  await expect(cover(page)).toBeVisible();
  await expect.poll(() => soundOf(page)).toEqual({ muted: true, paused: true });
  expect(await readNumberOnScreen(page)).toBeNull();
  await expect(heldPictures(page)).toHaveCount(0);
}

test("[RM7] [N10] [F4.12] X covers, pauses and silences both, and the guider cannot lift the practitioner's cover", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const pages = [nadia.page, callum.page];
  expect(await readNumberOnScreen(nadia.page)).toBe(await readFrameNumber(nadia.page));
  await callum.page.keyboard.press("]");
  for (const page of pages) await expect(heldPictures(page)).toHaveCount(1);
  await callum.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan(60);
  // A held picture lies open over everything, where X still works.
  for (const page of pages) {
    await page.getByRole("button", { name: /^The held picture/ }).click();
    await expect(page.getByRole("dialog").locator("img, canvas").first()).toBeVisible();
  }
  for (const page of pages) await noteCover(page);

  await callum.page.keyboard.press("x");
  const tookMs = [
    await coveredAfterMs(callum.page, callum.page),
    await coveredAfterMs(callum.page, nadia.page),
  ];
  tellMeasured(`N10 covered after ${tookMs.join(" and ")} ms`);
  expect(Math.max(...tookMs)).toBeLessThan(1_000);
  for (const page of pages) {
    await expectCovered(page);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }

  await test.step("the guider has no way to lift it, nor to play", async () => {
    await expect(nadia.page.getByRole("button", { name: "Uncover the picture" })).toHaveCount(0);
    const revision = await revisionOf(nadia.page);
    await nadia.page.keyboard.press("k");
    await nadia.page.keyboard.press("l");
    await nadia.page.keyboard.press("x");
    await expect(cover(nadia.page)).toHaveAttribute("data-cover", "mine");
    expect(await revisionOf(nadia.page)).toBe(revision);
    await nadia.page.keyboard.press("x");
    await expect(cover(nadia.page)).toHaveAttribute("data-cover", "theirs");
    for (const page of pages) await expectCovered(page);
  });
  await test.step("it survives a reload", async () => {
    await callum.page.reload();
    await expect(cover(callum.page)).toHaveAttribute("data-cover", "mine");
    await expect(cover(nadia.page)).toBeVisible();
    expect(await readNumberOnScreen(callum.page)).toBeNull();
  });
  await test.step("when both have covered, both must uncover", async () => {
    await nadia.page.keyboard.press("x");
    await expect(cover(nadia.page)).toHaveAttribute("data-cover", "mine");
    await callum.page.keyboard.press("x");
    await expect(cover(callum.page)).toHaveAttribute("data-cover", "theirs");
    for (const page of pages) await expectCovered(page);
    await nadia.page.keyboard.press("x");
    for (const page of pages) await expect(cover(page)).toHaveCount(0);
  });
  for (const page of pages) {
    await expectReady(page);
    expect((await soundOf(page)).paused).toBe(true);
  }
  expect(await readNumberOnScreen(callum.page)).toBe(await readNumberOnScreen(nadia.page));
  expect(await readNumberOnScreen(callum.page)).not.toBeNull();
});

test("[PB19] [N10] with the line dead the own side is covered at once, and the other's when it is back", async ({
  review,
}) => {
  review.expectLostRequests();
  const line = await review.line();
  const { nadia, callum } = await review.meet({ practitioner: line });
  await callum.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(5);
  await noteCover(callum.page);

  line.blackhole();
  await callum.page.keyboard.press("x");
  const tookMs = await coveredAfterMs(callum.page, callum.page);
  tellMeasured(`N10 own side covered after ${tookMs} ms with the line dead`);
  expect(tookMs).toBeLessThan(300);
  await expectCovered(callum.page);
  await expect(cover(nadia.page)).toHaveCount(0);

  line.heal();
  await expectCovered(nadia.page);
  await expectCovered(callum.page);
});

test("[AC3] [N10] the cover button has 44 px in the room, in the large video and on a phone, and is reached by keyboard", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const { page } = callum;
  const expectWithinReach = async () => {
    await expect(coverButton(page)).toBeInViewport({ ratio: 1 });
    const { width = 0, height = 0 } = (await coverButton(page).boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  };
  const coverByTab = async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()); // an element of the page
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press("Tab");
      if (await coverButton(page).evaluate((button) => button === document.activeElement)) break;
    }
    await expect(coverButton(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(cover(page)).toHaveAttribute("data-cover", "mine");
    await expect(cover(nadia.page)).toHaveAttribute("data-cover", "theirs");
    await page.keyboard.press("x");
    await expect(cover(nadia.page)).toHaveCount(0);
  };

  await expectWithinReach();
  await coverByTab();
  await page.keyboard.press("v");
  await page.keyboard.press("f");
  await expect.poll(async () => (await stage(page).boundingBox())?.width).toBe(1_366);
  await expectWithinReach();
  await coverByTab();
  await page.keyboard.press("f");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectWithinReach();
  await coverByTab();
});
