import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { numberedFilms, readFilm, tellingWords } from "#tests/helpers/films.ts";
import { gatherSent, piecesOf } from "#tests/helpers/sent-bytes.ts";
import { pressByKeys, tabTo, writeByKeys } from "#tests/helpers/tab-to.ts";
import { test } from "#tests/helpers/watched-review.ts";
import {
  button,
  field,
  fold,
  lookThroughCovers,
  makeClip,
  numberOnDesk,
  openFilm,
  picture,
  sendClip,
} from "./studio-steps.ts";

test.use({ clips: [numberedClips.silent] });

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("[CP39] [CP40] [CP41] [CP80] [CP101] [F3.1] [F2.1] [N9] from a film on the device to a ready clip in the room by keyboard alone, and nothing of the film leaves", async ({
  review,
}) => {
  review.expectLostRequests(); // the upload asks first whether it was begun before
  const line = await review.line();
  const { page } = await review.open(review, line);
  const sentBytes = gatherSent(page, line);
  await openFilm(page, review, numberedFilms.phone);

  await page.keyboard.press("l");
  await expect(picture(page)).toHaveValue("51");
  await expect.poll(() => numberOnDesk(page)).toBe(50);
  await page.keyboard.press("c");
  await page.keyboard.press("2");
  for (const key of [".", ".", "a", "1"]) await page.keyboard.press(key);
  await expect(page.getByText("Answered after 0.1 seconds")).toBeVisible();
  await writeByKeys(field(page, "My notes"), "Kit looked up slowly");
  await page.keyboard.press("Escape");
  await pressByKeys(button(page, "New clip from here"));
  for (const key of [",", ",", "i", "l", ",", ",", ",", "o"]) await page.keyboard.press(key);
  await expect(field(page, "First picture")).toHaveValue("51");
  await expect(field(page, "Last picture")).toHaveValue("98");
  await writeByKeys(field(page, "Ends at"), "0:03.480");
  await page.keyboard.press("Enter");
  await expect(field(page, "Last picture")).toHaveValue("87");
  expect(await axeFindings(page)).toEqual([]);

  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await expect(picture(page)).toHaveValue("98");
  await expect(field(page, "First picture")).toHaveValue("51");
  await expect(field(page, "Last picture")).toHaveValue("87");
  await expect(field(page, "My notes")).toHaveValue("Kit looked up slowly");
  await expect(page.getByRole("button", { name: /^Take away the mark at/ })).toHaveCount(2);

  await writeByKeys(field(page, "A short title"), "Looking up");
  await writeByKeys(field(page, "What Kit starts"), "looked at the cup");
  await pressByKeys(fold(page, "Read aloud as it plays (D)"));
  await pressByKeys(button(page, "Take my marks of this clip"));
  await writeByKeys(field(page, "Words at 0:02.000"), "Kit looks up");
  await pressByKeys(fold(page, "Covers"));
  await pressByKeys(button(page, "Add an oval"));
  await expect(button(page, "Make this clip")).toBeDisabled();
  await lookThroughCovers(page);
  await pressByKeys(button(page, "Remove: Cover 1, oval"));
  await makeClip(page);
  await sendClip(page);
  await page.keyboard.press("2");
  await expect.poll(() => readFrameNumber(page)).toBe(50);
  await tabTo(page.getByRole("slider", { name: "Place in the clip" }));
  await page.keyboard.press("End");
  await expect.poll(() => readFrameNumber(page)).toBe(86);
  await page.locator("body").press("d");
  await pressByKeys(page.locator("summary").filter({ hasText: "What this clip shows, in words" }));
  await expect(page.getByRole("listitem").filter({ hasText: "Kit looks up" })).toHaveCount(1);

  const sent = sentBytes();
  const film = readFilm("phone");
  expect(piecesOf(film, film)).toBeGreaterThan(1_000);
  expect(sent.includes("ftyp")).toBe(true); // the clip was seen as it went up
  expect(sent.includes("looked at the cup")).toBe(true);
  expect(piecesOf(film, sent)).toBe(0);
  for (const words of [...tellingWords, "phone.mov", "Kit looked up slowly"]) {
    expect(sent.includes(words), words).toBe(false);
  }
});
