import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "#tests/helpers/watched-review.ts";

/** What axe finds in this page, and whether it scrolls sideways. */
async function look(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  const sidewaysPx = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return sidewaysPx > 0 ? [...found, `${sidewaysPx} px sideways`] : found;
}

test("[AC9] axe finds nothing in the room, for guider and guest, wide and on a phone, with a card, covered, and with a dialog", async ({
  review,
}) => {
  test.setTimeout(240_000);
  const { nadia, callum } = await review.meet();
  await nadia.page.keyboard.press("]");
  await expect(callum.page.getByRole("textbox", { name: "What did Kit do?" })).not.toHaveValue("");
  const found: Record<string, string[]> = {};

  for (const width of [1_366, 390]) {
    for (const [who, { page }] of Object.entries({ nadia, callum })) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 768 });
      found[`${who} at ${width}`] = await look(page);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      found[`${who} at ${width} with the keys`] = await look(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    await callum.page.keyboard.press("x");
    for (const [who, { page }] of Object.entries({ nadia, callum })) {
      await expect(page.locator("[data-cover]")).toBeVisible();
      found[`${who} at ${width} covered`] = await look(page);
    }
    await callum.page.keyboard.press("x");
    await expect(nadia.page.locator("[data-cover]")).toHaveCount(0);
  }

  const nothing = Object.fromEntries(Object.keys(found).map((where) => [where, []]));
  expect(found).toEqual(nothing);
});
