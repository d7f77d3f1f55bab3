import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { servePage } from "#tests/client/board/serve-page.ts";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { stage } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

let site: Awaited<ReturnType<typeof servePage>>;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sameframe-page-"));
  site = await servePage(folder);
});

test.afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

test.use({ viewport: { width: 900, height: 1000 } });

/** Two joined boards; the left one's person has held `count` moments, at 0:01, 0:02 and so on. */
async function openBoards(page: Page, count = 1) {
  await page.goto(site.address);
  await page.getByText("Press H to hold a moment").first().waitFor();
  for (let n = 0; n < count; n += 1) await page.evaluate(() => window.controls.hold(0));
  const mine = page.locator('[data-side="0"]');
  const theirs = page.locator('[data-side="1"]');
  await mine.getByRole("textbox").first().waitFor();
  return { mine, theirs };
}

const noFindings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).include('[data-side="0"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test("[BS15] keeps meaning and feeling out of the way until they are wanted or written", async ({
  page,
}) => {
  const { mine, theirs } = await openBoards(page);
  const meaning = { name: "What might it have meant?" };
  await expect(mine.getByRole("textbox")).toHaveCount(3);

  await mine.getByRole("button", { name: "Add what it might have meant" }).click();
  await expect(mine.getByRole("textbox", meaning)).toBeFocused();
  await page.keyboard.type("more, please");

  await expect(theirs.getByRole("textbox", meaning)).toHaveValue("more, please");
  await expect(theirs.getByRole("textbox")).toHaveCount(4);
});

test("[BS16] [BS17] marks where a moment ends and where turns begin, and lets go of them", async ({
  page,
}) => {
  const { mine, theirs } = await openBoards(page);
  const said = mine.locator("[data-said]");
  await mine.getByRole("button", { name: "End and turns" }).click();
  await mine.getByRole("button", { name: "This moment ends here" }).click();
  await mine.getByText("Go on to a later picture first").waitFor();

  await page.evaluate(() => window.controls.show(80));
  await mine.getByRole("button", { name: "This moment ends here" }).click();
  for (const frame of [60, 30, 45, 30]) {
    await page.evaluate((at) => window.controls.show(at), frame);
    await mine.getByRole("button", { name: "A turn begins here" }).click();
  }

  await theirs.getByRole("button", { name: "0:01–0:03" }).waitFor();
  await theirs.getByRole("button", { name: "3 turns" }).waitFor();
  await noFindings(page);
  await mine.getByRole("button", { name: "Turn 2 at 0:01.8" }).click();
  await expect(said).toHaveText("visit frame 45");
  await mine.getByRole("button", { name: "Take turn 2 away" }).click();
  await mine.getByRole("button", { name: "It ends at 0:03.2. Go there together" }).click();
  await expect(said).toHaveText("visit frame 80");
  await mine.getByRole("button", { name: "Let go of its end" }).click();
  await theirs.getByRole("button", { name: "2 turns" }).waitFor();
  await expect(theirs.getByRole("button", { name: "0:01, held by Nadia" })).toHaveText("0:01");
});

test("[BS20] [A19] names a principle with one key on the card, and writes digits in a field", async ({
  page,
}) => {
  const { mine, theirs } = await openBoards(page);
  await mine.getByRole("textbox").first().focus();
  await page.keyboard.type("3 times");
  await mine.locator("article").focus();

  await page.keyboard.press("3");

  await theirs.getByText("Receiving initiatives").first().waitFor();
  await expect(mine.getByRole("textbox").first()).toHaveValue("3 times");
  await mine.getByRole("button", { name: "Name the principle" }).click();
  await mine.getByRole("button", { name: "echoes the sound, word or movement" }).click();
  await noFindings(page);
  await mine.getByRole("button", { name: "Done", exact: true }).click();
  await theirs.getByText("echoes the sound, word or movement").first().waitFor();
  await mine.locator("article").focus();
  await page.keyboard.press("3");
  await expect(theirs.getByRole("list", { name: "What it was an example of" })).toBeHidden();
});

test("[BS18] shows the moments as arranged, as in the film, and under each principle they name", async ({
  page,
}) => {
  const { mine } = await openBoards(page, 3);
  const rows = mine.getByRole("group").getByRole("button", { name: /^0:0/ });
  await mine.locator("article").focus();
  await page.keyboard.press("1");
  await page.keyboard.press("4");
  await mine.getByRole("tab", { name: "All (3)" }).click();
  await rows.nth(2).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows).toHaveText(["0:01", "0:03", "0:02"]);

  const order = mine.getByRole("combobox", { name: "Order of the moments" });
  await order.selectOption("In the order of the film");
  await expect(rows).toHaveText(["0:01", "0:02", "0:03"]);
  await order.selectOption("By principle");

  await expect(mine.getByRole("heading", { level: 3 })).toHaveText([
    "Being attentive: 1 moment",
    "Developing attuned interactions: 1 moment",
    "Not named yet: 2 moments",
  ]);
  await expect(rows).toHaveText(["0:03", "0:03", "0:01", "0:02"]);
  await noFindings(page);
});

test("[BS19] drags a moment to its place for both, and lets it go back with Esc", async ({
  page,
}) => {
  const { mine, theirs } = await openBoards(page, 3);
  for (const side of [mine, theirs]) await side.getByRole("tab", { name: "All (3)" }).click();
  const stamps = theirs.getByRole("group").getByRole("button", { name: /^0:0/ });
  const handle = mine.locator("[data-handle]");
  const last = await handle.nth(2).boundingBox();
  const first = await handle.nth(0).boundingBox();
  if (last === null || first === null) throw new Error("the rows are not shown");

  await page.mouse.move(last.x + 10, last.y + 10);
  await page.mouse.down();
  await page.mouse.move(first.x + 10, first.y - 60, { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(stamps).toHaveText(["0:01", "0:02", "0:03"]);
  await handle.nth(2).scrollIntoViewIfNeeded();
  const again = await handle.nth(2).boundingBox();
  await page.mouse.move((again?.x ?? 0) + 10, (again?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move(first.x + 10, 100, { steps: 4 });
  await page.mouse.up();

  await expect(stamps).toHaveText(["0:03", "0:01", "0:02"]);
});

test("[BS21] takes back one's own last change anywhere on the board, by key and by button", async ({
  page,
}) => {
  const { mine, theirs } = await openBoards(page);
  await mine.getByRole("textbox").first().focus();
  await page.keyboard.type("Kit looked");
  await mine.locator("article").focus();
  await page.keyboard.press("2");
  const named = theirs.getByRole("list", { name: "What it was an example of" });
  await named.waitFor();

  await page.keyboard.press("Control+z");
  await expect(named).toBeHidden();
  await mine.getByRole("button", { name: "Undo my last change" }).click();
  await expect(theirs.getByRole("textbox").first()).toHaveValue("");
  await mine.getByRole("button", { name: "Put it back" }).click();

  await expect(theirs.getByRole("textbox").first()).toHaveValue("Kit looked");
});

test("[BS16] [BS17] [BS20] [BS22] marks the very frames of the room, goes to them together, and keeps whose moment it is", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const boardOf = (who: Page) => who.getByRole("complementary", { name: "Board" });
  const [mine, theirs] = [boardOf(nadia.page), boardOf(callum.page)];
  const shown = (who: Page) => stage(who).getAttribute("data-shown-frame");
  for (const key of ["l", "h"]) await nadia.page.keyboard.press(key);
  await expect(mine.getByRole("textbox", { name: "What did Kit do?" })).toBeFocused();
  await expect(stage(nadia.page)).toHaveAttribute("data-agreement", "together");
  const held = Number(await shown(nadia.page));
  await nadia.page.keyboard.press("Escape");
  await mine.getByRole("button", { name: "End and turns" }).click();

  for (const [n, name] of ["A turn begins here", "This moment ends here"].entries()) {
    await nadia.page.keyboard.press(".");
    await expect.poll(() => shown(nadia.page)).toBe(String(held + n + 1));
    await mine.getByRole("button", { name }).click();
  }
  await nadia.page.keyboard.press("3");

  await theirs.getByText("Receiving initiatives").first().waitFor();
  await theirs.getByRole("button", { name: "My moment" }).click();
  await mine.getByText("Callum’s moment").waitFor();
  await theirs.getByRole("button", { name: "1 turn" }).click();
  for (const [name, frame] of [
    [/^Turn 1 at/, held + 1],
    [/^It ends at/, held + 2],
  ] as const) {
    await theirs.getByRole("button", { name }).click();
    for (const { page } of [nadia, callum]) {
      await expect.poll(() => shown(page)).toBe(String(frame));
    }
  }
});

test("[BD60] [BD61] [A19] a guider changes the words, keeps them as a file, and takes one over", async ({
  page,
}) => {
  const server = await startBuiltServer();
  await page.goto(server.setUpLink ?? "");
  await page.getByLabel("Your name").fill("Nadia");
  await page.getByLabel("Password", { exact: true }).fill("water tray and cup");
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await page.getByRole("link", { name: "Organisation" }).click();
  await page.getByRole("link", { name: "Open our words" }).click();
  const family = page.getByRole("region", { name: "Guiding", exact: true });
  const line = (n: number) => family.getByRole("textbox").nth(n);
  await line(0).fill("help when it is wanted");
  await family.getByRole("button", { name: "Move 2 up" }).click();
  await family.getByRole("button", { name: "Take 3 away" }).click();
  await family.getByRole("button", { name: "Add words to Guiding" }).click();
  await page.keyboard.type("shows it once");
  await page.getByRole("button", { name: "Save our words" }).click();
  await page.getByText("All saved").waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Keep a copy as a file" }).click();
  const copy = await readFile(await (await download).path(), "utf8");
  const file = page.locator("input[type=file]");
  const choose = (content: string) =>
    file.setInputFiles({
      name: "words.json",
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });
  await choose(copy.replace('"attuned"', '"guiding"'));
  await page.getByText("This file does not have each of the six families once.").waitFor();
  await expect(line(1)).toHaveValue("help when it is wanted");
  await page.getByText("All saved").waitFor();
  await choose(copy.replace("shows it once", "shows it twice"));
  await page.getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Save our words" }).click();
  await page.getByText("All saved").waitFor();
  await page.reload();

  await expect(line(0)).toHaveValue("builds on the child’s idea");
  await expect(line(1)).toHaveValue("help when it is wanted");
  await expect(line(4)).toHaveValue("shows it twice");
  await server.stop();
});
