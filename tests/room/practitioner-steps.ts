import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

// What a practitioner does around the room, by role and name alone.

/** Opens the link and asks to come in. */
export async function askToComeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  await expect(page.getByText("The same two words are on both screens:")).toBeVisible();
}

/** Says how they are, after the review; it is kept for them alone. */
export async function checkIn(section: Locator, word: string): Promise<void> {
  await section.getByLabel("Which moment is it?").selectOption({ label: "After the review" });
  for (const element of ["Confidence", "Growth", "Restoration"]) {
    await section
      .getByRole("group", { name: new RegExp(`^${element}`) })
      .getByLabel("mostly")
      .check();
  }
  await section.getByLabel("One word for today, if you like").fill(word);
  await section.getByRole("button", { name: "Keep this" }).click();
  await expect(section.getByText("Kept. Only you can see it.")).toBeVisible();
}

/** Reads the newest report, adds words of their own, and agrees. */
export async function agreeToReport(page: Page, words: string): Promise<void> {
  await page
    .getByRole("link", { name: /^Report of cycle/ })
    .first()
    .click();
  await page.getByLabel("What I would like to say").fill(words);
  await page.getByRole("button", { name: "Put my words in" }).click();
  await expect(page.getByText(/^Your words are in the report\./)).toBeVisible();
  await page.getByRole("button", { name: "I agree to this report" }).click();
  await expect(page.getByText(/^You agreed on/)).toBeVisible();
}

/** Puts the first lines there are into the strengths summary and makes a link to it. */
export async function shareStrengths(page: Page, lines: number): Promise<string> {
  for (let n = 1; n <= lines; n += 1) {
    await page
      .getByRole("button", { name: /^Put in: / })
      .first()
      .click();
    await expect(page.getByRole("button", { name: /^Take out: / })).toHaveCount(n);
  }
  await page.getByLabel("For whom?").fill("the headteacher");
  await page.getByRole("button", { name: "Make a link" }).click();
  return page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
}
