import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { expectReady, leave, meetInRoom, stage } from "#tests/helpers/people.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });

test("[RM14] killed in the middle of typing: both back within 5 s, same clip and frame, every character kept, no second knock", async () => {
  const review = await startDemoReview([numberedClips.silent, numberedClips.variable]);
  const { nadia, callum } = await meetInRoom(review);
  await callum.page.getByRole("button", { name: /2 Humming back/ }).click();
  await callum.page.getByRole("button", { name: "Play together" }).click();
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan(15);
  await nadia.page.getByRole("button", { name: "Hold this moment" }).click();
  await expectReady(callum.page);
  await expectReady(nadia.page);
  const frame = await readFrameNumber(nadia.page);
  await expect(field(nadia.page)).toBeFocused();
  await expect(field(callum.page)).toHaveValue(""); // the card of the moment that was just held
  await field(callum.page).click();

  const typing = Promise.all([
    nadia.page.keyboard.type("I waited and waited and he came back. ".repeat(3), { delay: 15 }),
    callum.page.keyboard.type("Let me look again at that small turn. ".repeat(3), { delay: 15 }),
  ]);
  await expect.poll(async () => (await field(nadia.page).inputValue()).length).toBeGreaterThan(60);
  const seen = [await field(nadia.page).inputValue(), await field(callum.page).inputValue()];
  await review.kill9();
  await typing;
  const typed = [await field(nadia.page).inputValue(), await field(callum.page).inputValue()];
  await review.restart();
  const up = performance.now();

  for (const { page } of [nadia, callum]) {
    await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 5_000 });
    await expectReady(page);
    await expect(stage(page)).toHaveAttribute("data-phase", "paused");
  }
  const backMs = performance.now() - up;
  await expect(field(callum.page)).toHaveValue(await field(nadia.page).inputValue());
  const merged = await field(nadia.page).inputValue();

  expect(backMs).toBeLessThan(5_000);
  expect(await readFrameNumber(nadia.page)).toBe(frame);
  expect(await readFrameNumber(callum.page)).toBe(frame);
  for (const text of [...seen, ...typed]) expect(isSpreadOver(text, merged)).toBe(true);
  expect(merged).not.toContain("\uFFFD");
  expect(merged.length).toBe(2 * 3 * 38);

  await callum.page.reload();
  await expectReady(callum.page);
  await callum.page.getByRole("button", { name: /^0:0/ }).first().waitFor();
  await expect(field(callum.page)).toHaveValue(merged);
  expect(await readFrameNumber(callum.page)).toBe(frame);
  await leave(nadia, callum);
  await review.stop();
});

test("[RM15] a line cut for 20 s is said within 6 s, and mends by itself: same clip, same frame, both sentences", async () => {
  const review = await startDemoReview([numberedClips.silent]);
  const line = await startFaultProxy(review.port);
  const { nadia, callum } = await meetInRoom(review, { practitioner: line });
  await nadia.page.getByRole("button", { name: "Hold this moment" }).click();
  await expect(field(nadia.page)).toBeFocused();
  await expect(field(callum.page)).toHaveValue(""); // the card of the moment that was just held
  await field(callum.page).click();
  const frame = await readFrameNumber(nadia.page);

  line.blackhole();
  const cutAt = performance.now();
  await callum.page.keyboard.type("He hummed. ");
  await nadia.page.keyboard.type("I hummed back. ");
  await expect(nadia.page.getByText("We have lost touch with Callum.")).toBeVisible({
    timeout: 6_000,
  });
  await expect(callum.page.getByText("Reconnecting")).toBeVisible({ timeout: 8_000 });
  await expect(callum.page.getByText("Kept in this tab", { exact: true })).toBeVisible();
  await expect.poll(() => performance.now() - cutAt, { timeout: 25_000 }).toBeGreaterThan(20_000);
  line.heal();

  await expectReady(callum.page);
  await expect(callum.page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(async () => (await field(nadia.page).inputValue()).length).toBe(26);
  await expect(field(callum.page)).toHaveValue(await field(nadia.page).inputValue());
  expect(await readFrameNumber(callum.page)).toBe(frame);
  await leave(nadia, callum);
  await line.close();
  await review.stop();
});

/** Whether the characters of `part` stand in `whole` in their order: another's may lie between them. */
function isSpreadOver(part: string, whole: string): boolean {
  let at = -1;
  return part.split("").every((character) => {
    at = whole.indexOf(character, at + 1);
    return at !== -1;
  });
}
