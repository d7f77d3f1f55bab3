import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { stage } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, inStepAfterMs } from "#tests/helpers/witness.ts";

test.use({ clips: [numberedClips.silent] });

test("[PB48] [A4] a play waits for the one whose clip is still on its way and names them; after four seconds one can start without them, and they join in step", async ({
  review,
}) => {
  const line = await review.line();
  const nadia = await review.open(review);
  const callum = await review.open(review, line);
  await nadia.page.goto(review.guider);
  await callum.page.goto(review.practitioner);
  await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await callum.page.route("**/m/**", async (route) => {
    await released;
    await route.continue();
  });
  await nadia.page.getByRole("button", { name: "Let in" }).click();
  await expect(nadia.page.getByText("Waiting for Callum's picture")).toBeVisible();

  await nadia.page.keyboard.press("k");
  const pressedAtMs = Date.now();
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "waiting");
  await expect(nadia.page.getByText("It starts by itself as soon as it can.")).toBeVisible();
  const without = nadia.page.getByRole("button", { name: "Start without Callum" });
  await expect(without).toHaveCount(0);
  await expect(nadia.page.getByRole("button", { name: "Pause together" })).toBeVisible();
  await expect(without).toBeVisible();
  tellMeasured(`A4 one can start without the other after ${Date.now() - pressedAtMs} ms`);
  expect(Date.now() - pressedAtMs).toBeGreaterThan(3_000);
  expect(await readFrameNumber(nadia.page)).toBe(0);
  await callWitness(nadia.page);
  await callWitness(callum.page);
  await nadia.page.keyboard.press("r"); // so that there is film enough to join
  await without.click();
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan(5);
  await expect(without).toHaveCount(0);

  release();
  const releasedAtMs = Date.now();
  const tookMs = await inStepAfterMs(callum.page, nadia.page, releasedAtMs, 20_000);
  tellMeasured(`A4 the late picture is in step ${tookMs} ms later`);
  await expect(callum.page.getByText("In step")).toBeVisible();
});

test("[PB32] [PB39] [A4] a picture that stands still while the film plays is named and holds the other; it goes on by itself, or without the one who is awaited", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet({ practitioner: await review.line(20) });
  await nadia.page.keyboard.press("r"); // so that there is film enough
  await nadia.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(5);

  const stillFromMs = Date.now();
  await standStill(callum.page);
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "waiting");
  const heldAfterMs = Date.now() - stillFromMs;
  await expect(stage(nadia.page)).toContainText("Waiting for Callum's picture");
  await expect(stage(callum.page)).toContainText("Waiting for your picture");
  await moveAgain(callum.page);
  const movesFromMs = Date.now();
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "playing");
  tellMeasured(
    `A4 a picture stands still: held after ${heldAfterMs} ms, on ${Date.now() - movesFromMs} ms after it can move`,
  );

  await standStill(callum.page);
  await nadia.page.getByRole("button", { name: "Go on without Callum" }).click();
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "playing");
  const before = await readFrameNumber(nadia.page);
  await expect.poll(() => readFrameNumber(nadia.page)).not.toBe(before);
  expect(heldAfterMs).toBeLessThan(5_000);
});

/** The player of this page runs dry, as behind a disk or a processor that has no time for it. */
const standStill = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => {
    video.playbackRate = 0;
    const lasting = { configurable: true, set: () => undefined };
    Object.defineProperty(video, "playbackRate", { ...lasting, get: () => 1 });
    Object.defineProperty(video, "readyState", { configurable: true, get: () => 2 });
  });

const moveAgain = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => {
    for (const name of ["playbackRate", "readyState"]) Reflect.deleteProperty(video, name);
    video.playbackRate = 1;
    video.dispatchEvent(new Event("canplay"));
  });
