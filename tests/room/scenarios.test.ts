import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { expectReady, leave, meetInRoom, openPerson } from "#tests/helpers/people.ts";
import { rounds } from "#tests/helpers/watched-review.ts";
import { startJourney } from "./scenario-journey.ts";
import { scenarioA, scenarioB } from "./scenario-words.ts";
import type { WrittenCycle, WrittenJourney, WrittenMoment } from "./scenario-words.ts";

test.setTimeout(240_000);

/** Both people's pages: the one who writes next stands first. */
type Pair = readonly [Page, Page];
const turned = ([one, other]: Pair): Pair => [other, one];

const field = (page: Page, end: string) => page.locator(`textarea[data-path$="${end}"]`);
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

async function writeFocus([page, other]: Pair, journey: WrittenJourney): Promise<void> {
  for (const each of [page, other]) {
    await each.getByRole("button", { name: "Show all of it" }).click();
    await each.getByRole("button", { name: "Reword it together" }).click();
  }
  await type(page, field(page, "focus/helpingQuestion"), journey.helpingQuestion);
  for (const [n, goal] of journey.goals.entries()) {
    const writer = n % 2 === 0 ? other : page;
    await type(writer, writer.getByRole("textbox", { name: `Goal ${n + 1}` }), goal);
  }
  for (const each of [page, other]) await each.getByRole("button", { name: "Show less" }).click();
}

async function writeCycle(first: Pair, cycle: WrittenCycle): Promise<void> {
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
async function readCycle(page: Page, cycle: WrittenCycle): Promise<WrittenCycle> {
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

async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

/** Everything this page's origin has kept in the browser, as text. */
const keptInBrowser = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );

const stories = [
  ["A", scenarioA, rounds(2, 3)],
  ["B", scenarioB, rounds(0, 3)],
] as const;

for (const [name, words, cycles] of stories) {
  if (cycles === 0) continue;
  test(`[BS53] [F4.7] [F4.10] scenario ${name} is typed in by both and read back exactly after the server was killed`, async () => {
    const journey = await startJourney(words);
    const { server } = journey;
    const nadia = await openPerson(server);
    const line = await startFaultProxy(server.port);
    const callum = await openPerson(server, line);
    const open = (_: unknown, through?: unknown) =>
      Promise.resolve(through === line ? callum : nadia);
    const pair: Pair = [callum.page, nadia.page];
    let review = await journey.firstReview();

    for (const [n, cycle] of words.cycles.slice(0, cycles).entries()) {
      await test.step(`cycle ${n + 1}`, async () => {
        if (n > 0) review = await journey.nextReview(review.reviewId);
        await meetInRoom(review, { practitioner: line }, open);
        if (n === 0) await writeFocus(pair, words);
        await writeCycle(pair, cycle);
        for (const page of pair) await expectSaved(page);

        await server.restart();
        await Promise.all(pair.map((page) => page.reload()));

        for (const page of pair) {
          await expectReady(page);
          expect(await readCycle(page, cycle)).toEqual(cycle);
        }
        const shown = nadia.page.getByRole("group", { name: "What you came with" });
        if (n === 0) {
          for (const text of [words.helpingQuestion, ...words.goals]) {
            await expect(shown).toContainText(text);
          }
        }
      });
    }

    await test.step("words on a dead line outlive a reload", async () => {
      await callum.page.getByRole("tab", { name: "This moment" }).click();
      await nadia.page.getByRole("tab", { name: "This moment" }).click();
      line.blackhole();
      await field(callum.page, "/response").focus();
      await callum.page.keyboard.type("Kept in this tab.");
      await expect.poll(() => keptInBrowser(callum.page)).toContain("Kept in this tab.");
      line.drop();
      line.heal();
      await callum.page.reload();
      await expect(field(nadia.page, "/response")).toHaveValue(/Kept in this tab\./);
    });

    await test.step("and whoever leaves leaves no word behind", async () => {
      await expectReady(callum.page);
      await expectSaved(callum.page);
      line.blackhole();
      await field(callum.page, "/response").focus();
      await callum.page.keyboard.type("Gone with me.");
      await expect.poll(() => keptInBrowser(callum.page)).toContain("Gone with me.");
      await callum.page.getByRole("button", { name: "Leave" }).click();
      line.drop();
      line.heal();
      await callum.page.getByRole("heading", { name: "You have left the room" }).waitFor();
      expect(await keptInBrowser(callum.page)).not.toMatch(/Gone|unsent|Kit/);
    });

    expect([...nadia.watch.faults, ...callum.watch.faults]).toEqual([]);
    await leave(nadia, callum);
    await line.close();
    await server.stop();
  });
}
