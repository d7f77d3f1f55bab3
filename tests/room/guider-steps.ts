import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips } from "#tests/helpers/clips.ts";
import type { WrittenJourney } from "./scenario-words.ts";

// What a guider does on the pages around the room, by role and name alone.

const cycleCard = (page: Page, number: number) =>
  page.getByRole("region", { name: `Cycle ${number}`, exact: true });

/** From the set-up link to an empty home. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Nadia");
  await page.getByLabel("Password", { exact: true }).fill("water tray and cup");
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await expect(page.getByRole("heading", { name: /^Good \w+, Nadia\.$/ })).toBeVisible();
}

/** Starts a journey, which opens, and notes that both have agreed to film and shared review. */
export async function startJourney(page: Page, words: WrittenJourney): Promise<void> {
  const { practitionerName, childName } = words;
  await page.getByRole("button", { name: "Start a journey" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Practitioner's first name").fill(practitionerName);
  await dialog.getByLabel("What you call the child here").fill(childName);
  await dialog.getByRole("button", { name: "Start the journey" }).click();
  for (const name of [childName, practitionerName]) {
    const said = page.getByRole("list", { name: `What ${name} has said` });
    if (!(await said.isVisible())) await page.getByText(name, { exact: true }).first().click();
    await said.getByLabel("Being filmed in an ordinary activity").selectOption("given");
    await said.getByLabel("Short clips in the shared review").selectOption("given");
  }
}

/** Adds a clip with both in shot to this cycle. */
export async function addClip(page: Page, cycle: number, words: WrittenJourney): Promise<void> {
  const card = cycleCard(page, cycle);
  await card.getByRole("button", { name: "Add a clip" }).click();
  const clip = page.getByRole("dialog");
  await clip.getByLabel("A short title").fill(`Film ${cycle}`);
  await clip.getByLabel(`What ${words.childName} starts`).fill("looks up");
  for (const name of [words.childName, words.practitionerName]) {
    await clip.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
  }
  await clip.locator("input[type=file]").setInputFiles(numberedClips.silent);
  await clip.getByRole("button", { name: "Add the clip" }).click();
  await expect(card.getByText("Ready", { exact: true })).toBeVisible();
}

/** Plans the cycle's review for now and makes the practitioner's link. */
export async function planAndInvite(
  page: Page,
  cycle: number,
  kind: "Shared review" | "Last review",
): Promise<string> {
  const card = cycleCard(page, cycle);
  await card.getByRole("button", { name: "Plan a shared review" }).click();
  const planning = page.getByRole("dialog");
  await planning.getByLabel("What for").selectOption({ label: kind });
  await planning.getByRole("button", { name: "Plan it" }).click();
  await expect(card.getByText(new RegExp(`^${kind} `))).toBeVisible();
  await card.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  return link;
}

/** Opens this cycle's room from the journey's page. */
export async function openRoom(page: Page, cycle: number): Promise<void> {
  await cycleCard(page, cycle).getByRole("link", { name: "Open the room" }).click();
}

/** Makes the report of this cycle's review; it goes to the practitioner to read. */
export async function makeReport(page: Page, cycle: number, guiderWords: string): Promise<void> {
  await cycleCard(page, cycle).getByRole("link", { name: "The report" }).click();
  await page.getByLabel("A few words of yours").fill(guiderWords);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText(/^With .+ to read$/)).toBeVisible();
}

/** Ends the journey after its third cycle: what both keep, and the proposed day on which clips go. */
export async function endJourney(page: Page, keeps: string): Promise<string> {
  const section = page.getByRole("region", { name: "How it ends" });
  await section.getByRole("button", { name: "End this journey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is kept, and who sees it").fill(keeps);
  await dialog.getByRole("button", { name: "End the journey" }).click();
  const day = section.getByText(/^Clips and pictures are deleted by the end of/);
  await expect(day).toBeVisible();
  return /^[^.]+\./.exec((await day.textContent()) ?? "")?.[0] ?? "no day";
}
