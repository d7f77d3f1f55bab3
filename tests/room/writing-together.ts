import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { expectReady } from "#tests/helpers/people.ts";
import type { WrittenCycle, WrittenJourney, WrittenMoment } from "./scenario-words.ts";

/** Both people's pages: the one who writes next stands first. */
export type Pair = readonly [Page, Page];
const turned = ([one, other]: Pair): Pair => [other, one];

/** The shared field with this end of its path. */
export const field = (page: Page, end: string) => page.locator(`textarea[data-path$="${end}"]`);
const card = (page: Page) => page.locator("article[data-observation]");

async function type(page: Page, into: Locator, words: string): Promise<void> {
  await into.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
  await expect(into).toHaveValue(words);
}

/** Both answer the questions of one moment in turn, and each principle is named by its key. */
async function writeMoment(first: Pair, { words, principleKeys }: WrittenMoment): Promise<void> {
  let pair = first;
  for (const [name, text] of Object.entries(words)) {
    const [page] = pair;
    if (name === "feeling") await page.getByRole("button", { name: "Add how it felt" }).click();
    await type(page, field(page, `/${name}`), text);
    pair = turned(pair);
  }
  const [page] = pair;
  await card(page).focus();
  for (const key of principleKeys) await page.keyboard.press(key);
}

/** One of them holds the picture both see; it opens for both. */
async function hold([page, other]: Pair, number: number): Promise<void> {
  for (const each of [page, other]) {
    await each.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()); // a page's focus is in HTML
  }
  if (number > 0) {
    await page.getByRole("button", { name: "Forward 2 seconds" }).click();
    for (const each of [page, other]) await expectReady(each);
  }
  await page.getByRole("button", { name: "Hold this moment" }).click();
  const tab = page.getByRole("tab", { name: `All (${number + 1})` });
  await expect(tab).toBeVisible();
  for (const each of [page, other]) await expect(field(each, "/initiative")).toHaveValue("");
}

/** The helping question and the goals, written in the room; each in turn. */
export async function writeFocus([page, other]: Pair, journey: WrittenJourney): Promise<void> {
  for (const each of [page, other]) {
    await each.getByRole("button", { name: "Show all of it" }).click();
    await each.getByRole("button", { name: "Reword it together" }).click();
  }
  await type(page, field(page, "focus/helpingQuestion"), journey.helpingQuestion);
  for (const [n, goal] of journey.goals.entries()) {
    const writer = n % 2 === 0 ? other : page;
    await writer.getByRole("button", { name: "Add a goal" }).click();
    await writer.getByRole("textbox", { name: "What do you hope for?" }).fill("I will do more");
    await writer.getByRole("button", { name: "Add it" }).click();
    await type(writer, writer.getByRole("textbox", { name: `Goal ${n + 1}` }), goal);
  }
  for (const each of [page, other]) await each.getByRole("button", { name: "Show less" }).click();
}

/** Says in the room where a goal stands now; the other sees it too. */
export async function placeGoal([page, other]: Pair, goal: string, place: number): Promise<void> {
  for (const each of [page, other])
    await each.getByRole("button", { name: "Show all of it" }).click();
  await page.getByRole("button", { name: `Where are we now with “${goal}”?` }).click();
  await page
    .getByRole("group", { name: "Where things are now" })
    .getByRole("radio", { name: String(place), exact: true })
    .check();
  await expect(other.getByText(`Now ${place}`)).toBeVisible();
  for (const each of [page, other]) await each.getByRole("button", { name: "Show less" }).click();
}

/** What is written in one review: how the last aims went, the moments in turn, and the next aims. */
export async function writeCycle(first: Pair, cycle: WrittenCycle): Promise<void> {
  let pair = first;
  for (const [n, words] of cycle.howDidItGo.entries()) {
    await type(pair[0], field(pair[0], "/howDidItGo").nth(n), words);
  }
  for (const [n, moment] of cycle.moments.entries()) {
    await hold(turned(pair), n);
    await writeMoment(pair, moment);
    pair = turned(pair);
  }
  for (const page of pair) await page.getByRole("tab", { name: "Do more of" }).click();
  for (const [n, aim] of cycle.aims.entries()) {
    const [page] = pair;
    await page.getByRole("button", { name: "Add something to do more of" }).click();
    await type(page, page.getByRole("textbox", { name: `Do more of, ${n + 1}` }), aim.text);
    pair = turned(pair);
    const where = pair[0].getByRole("textbox", { name: `Where and when, ${n + 1}` });
    if (aim.whereWhen !== "") await type(pair[0], where, aim.whereWhen);
  }
}

const values = (fields: Locator) =>
  fields.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)); // textareas only

/** Everything one page shows of the board, as it was written. */
export async function readCycle(page: Page, cycle: WrittenCycle): Promise<WrittenCycle> {
  const howDidItGo = (await values(field(page, "/howDidItGo"))).filter(Boolean);
  const moments: WrittenMoment[] = [];
  for (const n of cycle.moments.keys()) {
    await page.getByRole("tab", { name: /^All/ }).click();
    await page.getByRole("button", { name: "Open", exact: true }).nth(n).click();
    const read = await card(page)
      .locator("textarea[data-path^='observations/']")
      .evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute("data-path")?.split("/").at(-1),
          (one as HTMLTextAreaElement).value, // textareas only
        ]),
      );
    const written = read.filter(([, text]) => text !== "");
    await page.getByRole("button", { name: "Name the principle" }).click();
    const principleKeys = await card(page)
      .locator("button[aria-keyshortcuts][aria-pressed='true']")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-keyshortcuts") ?? ""));
    moments.push({ words: Object.fromEntries(written) as WrittenMoment["words"], principleKeys }); // compared with what was written
  }
  await page.getByRole("tab", { name: "Do more of" }).click();
  const texts = await values(page.locator("textarea[data-path^='aims/'][data-path$='/text']"));
  const places = await values(
    page.locator("textarea[data-path^='aims/'][data-path$='/whereWhen']"),
  );
  const aims = texts.map((text, n) => ({ text, whereWhen: places[n] ?? "" }));
  return { howDidItGo, moments, aims };
}

/** Says that all is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

/** Everything this page's origin has kept in the browser, as text. */
export const keptInBrowser = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
