import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";
import { watchPage } from "#tests/helpers/page-watch.ts";

const roster = (page: Page) => page.getByRole("list", { name: "In the room" });
const elsewhere = (page: Page) =>
  page.getByRole("alertdialog", { name: "This review is open in another tab of yours" });

async function expectBothMove(one: Page, other: Page): Promise<void> {
  const from = (await readFrameNumber(other)) ?? 0;
  for (const page of [one, other]) {
    await expect.poll(() => readFrameNumber(page)).toBeGreaterThan(from + 3);
  }
}

test("[RM9] a second tab of one person is one entry in the roster; the newer plays, the older takes the seat back when asked", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const older = callum.page;
  const newer = await callum.context.newPage();
  const watch = await watchPage(newer, review.port);

  await newer.goto(older.url());
  await expectReady(newer);
  await expect(elsewhere(older)).toBeVisible();
  await expect(roster(nadia.page).getByRole("listitem")).toHaveCount(2);
  await newer.keyboard.press("k");
  await expectBothMove(newer, nadia.page);
  await newer.keyboard.press("k");
  await expectReady(nadia.page);
  expect(await readFrameNumber(newer)).toBe(await readFrameNumber(nadia.page));

  await older.bringToFront();
  await elsewhere(older).getByRole("button", { name: "Continue here" }).click();
  await expect(elsewhere(newer)).toBeVisible();
  await expect(elsewhere(older)).toBeHidden();
  await expectReady(older);
  await expect(roster(nadia.page).getByRole("listitem")).toHaveCount(2);
  expect(await readFrameNumber(older)).toBe(await readFrameNumber(nadia.page));
  const revision = await revisionOf(older);
  await newer.keyboard.press("k");
  await older.keyboard.press(".");
  await expect.poll(() => revisionOf(nadia.page)).toBe(revision + 1);
  await expectReady(nadia.page);
  expect(await readFrameNumber(older)).toBe(await readFrameNumber(nadia.page));
  expect(watch.faults).toEqual([]);
});
