import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { leave, stage } from "#tests/helpers/people.ts";
import type { Person } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";
import type { WatchedReview } from "#tests/helpers/watched-review.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });
const typed = "He looked up, and I waited with him until he went on by himself. ".repeat(4);

/** The guider on a device that has never been here, at the newest moment of the board. */
async function reopen(review: WatchedReview): Promise<Person> {
  const nadia = await review.open(review);
  await nadia.page.goto(review.guider);
  await expect(stage(nadia.page)).toHaveAttribute("data-phase", "paused");
  await expect(field(nadia.page)).toBeVisible();
  return nadia;
}

/** Everything on the board, as it stands there. */
async function readBoard(page: Page): Promise<string[]> {
  await page.getByRole("tab", { name: /^All/ }).click();
  const all = await page.getByRole("complementary", { name: "Board" }).innerText();
  await page.getByRole("tab", { name: "Do more of" }).click();
  const aims = page.getByRole("textbox", { name: /^Do more of, / });
  const values = await Promise.all((await aims.all()).map((aim) => aim.inputValue()));
  await page.getByRole("tab", { name: "This moment" }).click();
  return [all, ...values];
}

test("[AC5] [A22] killed in the middle of a sentence, the room opens later on another device with every word the other had seen", async ({
  review,
}) => {
  review.expectLostRequests();
  const { nadia, callum } = await review.meet();
  for (const key of ["l", "h"]) await nadia.page.keyboard.press(key);
  await expect(field(nadia.page)).toBeFocused();
  await expect(field(callum.page)).toHaveValue(""); // the card of the moment that was just held
  const frame = await readFrameNumber(nadia.page);

  const typing = nadia.page.keyboard.type(typed, { delay: 20 }).catch(() => undefined);
  await expect
    .poll(async () => (await field(callum.page).inputValue()).length, { intervals: [50] })
    .toBeGreaterThan(60);
  const seenByOther = await field(callum.page).inputValue();
  await review.kill9();
  const typedSoFar = await field(nadia.page).inputValue();
  await leave(nadia, callum);
  await typing;

  await review.restart();
  const first = await reopen(review);
  await expect(field(first.page)).not.toHaveValue("");
  const kept = await field(first.page).inputValue();
  tellMeasured(
    `A22 typed ${typedSoFar.length}, seen by the other ${seenByOther.length}, kept ${kept.length}`,
  );
  expect(kept.startsWith(seenByOther)).toBe(true);
  expect(typed.startsWith(kept)).toBe(true);
  expect(await readFrameNumber(first.page)).toBe(frame);
  const board = await readBoard(first.page);
  await leave(first);

  await review.kill9();
  await review.restart();
  const later = await reopen(review);
  await expect(field(later.page)).toHaveValue(kept);
  expect(await readFrameNumber(later.page)).toBe(frame);
  expect(await readBoard(later.page)).toEqual(board);
  expect(board.length).toBe(3);
});
