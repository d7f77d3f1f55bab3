import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { servePage } from "#tests/client/board/serve-page.ts";

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

/** Two joined boards in one page; the left one's person has held a moment. */
async function openBoards(page: Page) {
  await page.goto(site.address);
  await page.getByText("Press H to hold a moment").first().waitFor();
  await page.evaluate(() => window.controls.hold(0));
  const field = (side: number, name: string) =>
    page.locator(`[data-side="${side}"] textarea[data-path$="/${name}"]`);
  await field(0, "initiative").waitFor();
  return field;
}

const setCaret = (field: Locator, place: number) =>
  field.evaluate((element: HTMLTextAreaElement, at) => {
    element.focus();
    element.setSelectionRange(at, at);
  }, place);
const caretOf = (field: Locator) =>
  field.evaluate((element: HTMLTextAreaElement) => element.selectionStart);

/** What another person's typing does to a field that has not the browser's focus. */
const typeWithoutFocus = (field: Locator, at: number, words: string) =>
  field.evaluate(
    (element: HTMLTextAreaElement, { place, insert }) => {
      element.setRangeText(insert, place, place, "end");
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    { place: at, insert: words },
  );

test("[BS9] puts the holder into the first question, and never moves the other's focus", async ({
  page,
}) => {
  const field = await openBoards(page);
  await expect(field(0, "initiative")).toBeFocused();
  await field(1, "response").focus();

  await page.evaluate(() => window.controls.hold(0));
  await page.evaluate(() => window.controls.hold(1));
  await expect(field(1, "initiative")).toBeFocused();
  await page.evaluate(() => window.controls.hold(0));

  const path = await page.evaluate(() => document.activeElement?.getAttribute("data-path"));
  expect(path).toBe("observations/moment-4/initiative");
  await page.locator('[data-side="1"]').getByRole("button", { name: "Show it" }).waitFor();
});

test("keeps the caret in its place while the other writes before and after it", async ({
  page,
}) => {
  const field = await openBoards(page);
  await field(0, "initiative").pressSequentially("looked at me");
  await setCaret(field(0, "initiative"), 6);

  await typeWithoutFocus(field(1, "initiative"), 0, "Kit 😀 ");
  await expect(field(0, "initiative")).toHaveValue("Kit 😀 looked at me");
  await page.keyboard.type(" up");

  await expect(field(1, "initiative")).toHaveValue("Kit 😀 looked up at me");
  expect(await caretOf(field(0, "initiative"))).toBe("Kit 😀 looked up".length);
});

test("[BS10] shows the other's caret in its place with the name, and that they are writing", async ({
  page,
}) => {
  const field = await openBoards(page);
  await field(1, "initiative").pressSequentially("Kit waits");
  await setCaret(field(1, "initiative"), 3);

  const caret = page.locator('[data-side="0"] [data-caret="Callum"]');
  await caret.waitFor({ state: "attached" });
  const before = await caret.evaluate((mark) => mark.previousSibling?.textContent);
  expect(before).toBe("Kit");
  await page.locator('[data-side="0"]').getByText("Callum is writing…").waitFor();
});

test("joins what both wrote while they were apart, letter by letter", async ({ page }) => {
  const field = await openBoards(page);
  await field(0, "response").pressSequentially("I waited.");
  await page.evaluate(() => window.controls.apart());
  await setCaret(field(0, "response"), 2);
  await page.keyboard.type("just ");
  await field(1, "response").focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" He came 🙂");

  await page.evaluate(() => window.controls.together());

  await expect(field(0, "response")).toHaveValue("I just waited. He came 🙂");
  await expect(field(1, "response")).toHaveValue("I just waited. He came 🙂");
});

test("[BS8] undoes with the keyboard what this person wrote and leaves the other's words", async ({
  page,
}) => {
  const field = await openBoards(page);
  await field(0, "initiative").pressSequentially("mine ");
  await typeWithoutFocus(field(1, "initiative"), 5, "theirs");
  await expect(field(0, "initiative")).toHaveValue("mine theirs");

  await page.keyboard.press("Control+z");
  await expect(field(0, "initiative")).toHaveValue("theirs");
  await page.keyboard.press("Control+Shift+z");

  await expect(field(0, "initiative")).toHaveValue("mine theirs");
});

test("[BS11] holds the other's words back while an input method composes, then has both", async ({
  page,
}) => {
  const field = await openBoards(page);
  await field(0, "initiative").pressSequentially("ab");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", {
    text: "かん",
    selectionStart: 2,
    selectionEnd: 2,
  });
  await typeWithoutFocus(field(1, "initiative"), 1, "XY");
  await expect(field(0, "initiative")).toHaveValue("abかん");

  await devtools.send("Input.insertText", { text: "漢" });

  await expect(field(0, "initiative")).toHaveValue("aXYb漢");
  await expect(field(1, "initiative")).toHaveValue("aXYb漢");
  await page.keyboard.type("!");
  await expect(field(1, "initiative")).toHaveValue("aXYb漢!");
});

test("[BS12] takes a paste of 4,000 characters and kindly no more", async ({ page }) => {
  const field = await openBoards(page);
  await field(0, "initiative").focus();
  await page.keyboard.insertText("a".repeat(3_999));
  await page.keyboard.insertText("😀");
  await page.getByText("This space is full now.").waitFor();
  await expect(field(0, "initiative")).toHaveValue("a".repeat(3_999));

  await page.keyboard.insertText("b");

  await expect(field(1, "initiative")).toHaveValue(`${"a".repeat(3_999)}b`);
});

test("leaves the field with Esc and plays together with Ctrl+Enter", async ({ page }) => {
  const field = await openBoards(page);
  await field(0, "initiative").focus();

  await page.keyboard.press("Control+Enter");
  await page.locator('[data-side="0"] [data-said]').getByText("play").waitFor();
  await page.keyboard.press("Escape");

  await page.locator('[data-side="0"] [data-said]').getByText("left").waitFor();
  await expect(field(0, "initiative")).toHaveValue("");
});

test("keeps three aims, begun from a moment, and then kindly no more", async ({ page }) => {
  await openBoards(page);
  const side = page.locator('[data-side="0"]');
  for (let n = 1; n <= 3; n += 1) {
    await side.getByRole("button", { name: "Do more of this" }).click();
    await side.getByRole("textbox", { name: `Do more of, ${n}` }).waitFor();
    await page.keyboard.type(`aim ${n}`);
  }

  await side.getByText("Three is plenty for one cycle.").waitFor();
  expect(await side.getByRole("button", { name: "Do more of this" }).count()).toBe(0);
  await page.locator('[data-side="1"]').getByRole("tab", { name: "Do more of" }).click();
  const second = page.locator('[data-side="1"]').getByRole("textbox", { name: "Do more of, 2" });
  await expect(second).toHaveValue("aim 2");
});

test("moves a card with Alt and an arrow, for both", async ({ page }) => {
  await openBoards(page);
  await page.evaluate(() => window.controls.hold(0));
  for (const n of [0, 1]) {
    await page.locator(`[data-side="${n}"]`).getByRole("tab", { name: "All (2)" }).click();
  }
  const stamps = page.locator('[data-side="1"] [role="group"] button').filter({ hasText: "0:0" });
  await expect(stamps).toHaveText(["0:01", "0:02"]);

  await page
    .locator('[data-side="0"]')
    .getByRole("button", { name: "Open", exact: true })
    .nth(1)
    .focus();
  await page.keyboard.press("Alt+ArrowUp");

  await expect(stamps).toHaveText(["0:02", "0:01"]);
});

for (const [screen, viewport, shown] of [
  ["a wide screen", { width: 900, height: 1000 }, 3],
  ["a phone, one question at a time", { width: 390, height: 844 }, 1],
] as const) {
  test(`[BS13] has no axe finding on ${screen}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const field = await openBoards(page);
    await field(0, "initiative").pressSequentially("Kit looked");
    const side = page.locator('[data-side="0"]');
    await expect(side.locator("textarea:visible")).toHaveCount(shown);

    const { violations } = await new AxeBuilder({ page }).include('[data-side="0"]').analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test("steps from question to question with buttons on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const field = await openBoards(page);
  const side = page.locator('[data-side="0"]');

  await side.getByRole("button", { name: "Next question" }).click();

  await expect(side.getByText("2 of 4")).toBeVisible();
  await expect(field(0, "response")).toBeVisible();
  await expect(field(0, "initiative")).toBeHidden();
});
