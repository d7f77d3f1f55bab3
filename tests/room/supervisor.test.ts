import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf } from "#tests/helpers/people.ts";
import { readNumberOnScreen } from "#tests/helpers/screen-picture.ts";
import { test } from "#tests/helpers/watched-review.ts";

const roster = (page: Page) => page.getByRole("list", { name: "In the room" });
const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });

test("[AC6] a supervisor sees picture and words, is always in everybody's sight, and moves and writes nothing", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const helen = await review.bringSupervisor(nadia);
  const people = [nadia, callum, helen];
  for (const { page } of people) {
    const entry = roster(page).getByRole("listitem").filter({ hasText: "Helen" });
    await expect(entry).toContainText("supervisor, looking on");
    await expect(entry).toBeInViewport();
  }

  await callum.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(helen.page)).toBeGreaterThan(10);
  await nadia.page.keyboard.press("h");
  for (const { page } of people) await expectReady(page);
  await expect(field(nadia.page)).toBeFocused();
  await nadia.page.keyboard.type("He waited for me.");
  await expect(field(helen.page)).toHaveValue("He waited for me.");
  expect(await readNumberOnScreen(helen.page)).toBe(await readFrameNumber(nadia.page));

  await expect(helen.page.getByRole("button", { name: "Play together" })).toHaveCount(0);
  await expect(helen.page.getByRole("button", { name: "Hold this moment" })).toHaveCount(0);
  await expect(helen.page.getByRole("slider", { name: "Place in the clip" })).toBeDisabled();
  const revision = await revisionOf(helen.page);
  for (const key of ["k", " ", ".", "l", "r", "<", "h", "1", "]"]) {
    await helen.page.keyboard.press(key);
  }
  await field(helen.page).click();
  await helen.page.keyboard.type("not mine to write");
  await helen.page.keyboard.press("Backspace");
  await helen.page.keyboard.press("Control+Enter");
  await helen.page.keyboard.press("Escape");
  await nadia.page.keyboard.type(" Then he looked.");

  await expect(field(helen.page)).toHaveValue("He waited for me. Then he looked.");
  for (const { page } of people) {
    expect(await revisionOf(page)).toBe(revision);
    await expect(field(page)).toHaveValue("He waited for me. Then he looked.");
  }
  await helen.page.getByRole("button", { name: /^The held picture at/ }).click();
  await expect(helen.page.getByRole("dialog").locator("img[data-still]")).toBeVisible();
  await expect(helen.page.getByRole("group", { name: "Draw on the picture" })).toHaveCount(0);
  await helen.page.keyboard.press("Escape");
  await helen.page.keyboard.press("x");
  for (const { page } of people) await expect(page.locator("[data-cover]")).toBeVisible();
});
