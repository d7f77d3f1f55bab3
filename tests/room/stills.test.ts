import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { stage } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

const board = (page: Page) => page.getByRole("complementary", { name: "Board" });
const tile = (page: Page) => board(page).getByRole("button", { name: /^The held picture at/ });
const kept = (page: Page) => tile(page).locator("img[data-still]");
const surface = (page: Page) => page.getByRole("application", { name: /^The picture to draw on/ });
const strokes = (where: Locator) => where.locator("[data-stroke]");

/** The SHA-256 of a picture's pixels, whatever shows it. */
async function pixelHash(picture: Locator): Promise<string> {
  return picture.evaluate(async (element) => {
    if (element instanceof HTMLImageElement) await element.decode();
    const shown = element as HTMLImageElement | HTMLVideoElement; // what this test asks for
    const isVideo = shown instanceof HTMLVideoElement;
    const width = isVideo ? shown.videoWidth : shown.naturalWidth;
    const height = isVideo ? shown.videoHeight : shown.naturalHeight;
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext("2d");
    if (pen === null) throw new Error("no pen");
    pen.drawImage(shown, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });
}

/** The dialog has risen to its place. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
}

/** Where a stroke's middle is, in parts of the picture it is drawn on. */
async function middleOf(stroke: Locator, picture: Locator) {
  await atRest(stroke.page());
  const [mark, box] = [await stroke.boundingBox(), await picture.boundingBox()];
  if (mark === null || box === null) throw new Error("nothing is drawn there");
  return {
    x: (mark.x + mark.width / 2 - box.x) / box.width,
    y: (mark.y + mark.height / 2 - box.y) / box.height,
  };
}

/** What axe finds in the open dialog. */
async function faultsIn(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Presses on the picture at these parts of its width and height. */
async function pressAt(page: Page, at: { x: number; y: number }): Promise<void> {
  await atRest(page);
  const box = await surface(page).boundingBox();
  if (box === null) throw new Error("the picture is not there");
  await page.mouse.click(box.x + at.x * box.width, box.y + at.y * box.height);
}

/** Draws from left to right across so much of the picture's width. */
async function drawAcross(page: Page, part: number): Promise<void> {
  await atRest(page);
  const box = await surface(page).boundingBox();
  if (box === null) throw new Error("the picture is not there");
  const [x, y] = [box.x + 0.2 * box.width, box.y + 0.3 * box.height];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + part * box.width, y + 20, { steps: 12 });
  await page.mouse.up();
}

/** How wide a stroke is, in parts of its picture. */
function widthOf(stroke: string): number {
  const xs = stroke
    .split(" ")
    .filter((_, n) => n % 2 === 0)
    .map(Number);
  return (Math.max(...xs) - Math.min(...xs)) / 10_000;
}

test("[BS26] [BS27] [A7] [A10] a held moment's picture is pixel for pixel the one that was shown, either draws on it, and all of it is there after a kill", async ({
  review,
}) => {
  review.expectLostRequests();
  const { nadia, callum } = await review.meet();
  await callum.page.setViewportSize({ width: 390, height: 844 });
  for (const key of ["l", "h"]) await nadia.page.keyboard.press(key);
  await expect(stage(nadia.page)).toHaveAttribute("data-agreement", "together");
  const held = await pixelHash(nadia.page.locator("video"));
  const frame = (await stage(nadia.page).getAttribute("data-shown-frame")) ?? "";
  for (const { page } of [nadia, callum]) expect(await pixelHash(kept(page))).toBe(held);

  await tile(nadia.page).click();
  const at = { x: 0.31, y: 0.62 };
  await pressAt(nadia.page, at);
  await nadia.page.getByRole("button", { name: "Keep on the picture" }).click();
  await nadia.page.getByRole("button", { name: "Arrow" }).click();
  await drawAcross(nadia.page, 0.5); // not kept
  await expect(strokes(surface(nadia.page))).toHaveCount(2);
  const arrow = (await strokes(surface(nadia.page)).last().getAttribute("data-stroke")) ?? "";
  expect(widthOf(arrow)).toBeCloseTo(0.5, 1);
  await expect(strokes(tile(callum.page))).toHaveCount(1);

  await tile(callum.page).press("Enter");
  const seen = await middleOf(strokes(surface(callum.page)).first(), surface(callum.page));
  tellMeasured(
    `A10 a ring at 0.31, 0.62 is at ${seen.x.toFixed(4)}, ${seen.y.toFixed(4)} on a phone`,
  );
  expect(Math.hypot(seen.x - at.x, seen.y - at.y)).toBeLessThan(0.01);
  expect(await faultsIn(callum.page)).toEqual([]);
  await surface(callum.page).focus();
  for (const key of ["ArrowRight", "Shift+ArrowDown", "Enter"]) {
    await callum.page.keyboard.press(key);
  }
  await expect(nadia.page.getByText("Drawn on by Nadia and Callum")).toBeVisible();
  await expect(strokes(tile(nadia.page))).toHaveCount(2);
  await callum.page.keyboard.press("Control+z");
  await expect(strokes(tile(nadia.page))).toHaveCount(1);
  await callum.page.keyboard.press("Control+Shift+z");
  await expect(strokes(surface(nadia.page))).toHaveCount(2, { timeout: 9_000 }); // hers has faded
  await nadia.page.getByRole("button", { name: "Take my drawing away" }).click();
  await expect(strokes(surface(callum.page))).toHaveCount(1);

  await review.kill9();
  await review.restart();
  await nadia.page.reload();
  expect(await pixelHash(kept(nadia.page))).toBe(held);
  await expect(strokes(tile(nadia.page))).toHaveCount(1);

  await expect(stage(nadia.page)).toHaveAttribute("data-agreement", "together");
  await nadia.page.keyboard.press("j");
  await expect(stage(callum.page)).not.toHaveAttribute("data-shown-frame", frame);
  await expect(stage(nadia.page)).toHaveAttribute("data-agreement", "together");
  await board(nadia.page)
    .getByRole("button", { name: /Go there together$/ })
    .focus();
  const pressedAtMs = performance.now();
  await nadia.page.keyboard.press("Enter");
  for (const { page } of [nadia, callum]) {
    await expect(stage(page)).toHaveAttribute("data-shown-frame", frame);
  }
  const tookMs = Math.round(performance.now() - pressedAtMs);
  tellMeasured(`A7 both on the stored frame within ${tookMs} ms of the press`);
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "paused");
  expect(await pixelHash(nadia.page.locator("video"))).toBe(held);
});
