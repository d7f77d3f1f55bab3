import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import { rounds, tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness, inStepAfterMs } from "#tests/helpers/witness.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });
const cutMs = rounds(12_000, 30_000);

test.use({ clips: [numberedClips.silent, numberedClips.variable] });

test("[RM15] [A5] [F4.13] cut while playing, both writing: back on the same clip and frame in a moment, every character there, never from 0:00", async ({
  review,
}) => {
  review.expectLostRequests();
  const line = await review.line();
  const { nadia, callum } = await review.meet({ practitioner: line });
  await nadia.page.keyboard.press("2");
  for (const key of ["<", "<", "<"]) await nadia.page.keyboard.press(key);
  await expectReady(callum.page);
  const clipId = await stage(nadia.page).getAttribute("data-clip-id");
  await nadia.page.keyboard.press("l");
  await nadia.page.keyboard.press("h");
  await expect(field(nadia.page)).toBeFocused();
  await expect(field(callum.page)).toHaveValue(""); // the card of the moment that was just held
  await field(callum.page).click();
  await callWitness(callum.page);
  await callum.page.keyboard.press("Control+Enter");
  for (const { page } of [nadia, callum]) {
    await expect.poll(() => readFrameNumber(page)).toBeGreaterThan(54);
  }

  line.blackhole();
  const cutAtMs = performance.now();
  await callum.page.keyboard.type("He hummed first 🙂. ", { delay: 30 });
  await nadia.page.keyboard.type("I hummed it back. ", { delay: 30 }); // beginning to write pauses
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "paused");
  const frame = await readFrameNumber(nadia.page);
  expect(frame).toBeGreaterThan(54);
  await callum.page.keyboard.type("Then we both did.", { delay: 30 });
  await expect(callum.page.getByText("Reconnecting")).toBeVisible({ timeout: 8_000 });
  await expect
    .poll(() => performance.now() - cutAtMs, { timeout: cutMs + 5_000 })
    .toBeGreaterThan(cutMs);
  await expect
    .poll(() => callum.page.locator("video").evaluate((video: HTMLVideoElement) => video.paused))
    .toBe(true);

  line.heal();
  const healedAtMs = performance.now();
  await expectReady(callum.page);
  tellMeasured(`A5 back after ${Math.round(performance.now() - healedAtMs)} ms`);
  expect(await readFrameNumber(callum.page)).toBe(frame);
  expect(await readFrameNumber(nadia.page)).toBe(frame);
  await expect(stage(callum.page)).toHaveAttribute("data-clip-id", clipId ?? "");
  expect(performance.now() - healedAtMs).toBeLessThan(5_000);
  const written = ["He hummed first 🙂. ", "Then we both did.", "I hummed it back. "].join(
    "",
  ).length;
  await expect.poll(async () => (await field(nadia.page).inputValue()).length).toBe(written);
  await expect(field(callum.page)).toHaveValue(await field(nadia.page).inputValue());
  await expect(callum.page.getByText("Saved", { exact: true })).toBeVisible();
  const shown = (await hearWitness(callum.page)).pictures.map(({ what }) => what);
  expect(Math.min(...shown.filter((number) => number !== null))).toBeGreaterThan(40);
  await callum.page.keyboard.press("Escape");
  await callum.page.keyboard.press("k");
  const asked = callum.page.getByText("Nadia is writing - play?").first();
  if (await asked.isVisible()) await callum.page.keyboard.press("k"); // her words have just come
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan((frame ?? 0) + 3);
});

test("[AC4] [A5] whoever comes into a playing room is in step with it, without a knock and without stopping it", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet({ practitioner: await review.line(20) });
  await nadia.page.keyboard.press("r");
  await callWitness(nadia.page);
  await nadia.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(5);

  const reloadedAtMs = Date.now();
  await callum.page.reload({ waitUntil: "commit" });
  await callWitness(callum.page);
  const tookMs = await inStepAfterMs(callum.page, nadia.page, reloadedAtMs);
  tellMeasured(`A5 in step ${tookMs} ms after a reload`);

  expect(tookMs).toBeLessThan(rounds(7_000, 3_500));
  const stops = (await hearWitness(nadia.page)).player.filter(({ what }) => what === "pause");
  expect(stops).toEqual([]);
});
