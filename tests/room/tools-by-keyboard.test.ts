import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

test.use({ clips: [numberedClips.silent] });

const tools = (page: Page) => page.getByRole("group", { name: "Looking closely together" });
const picture = (page: Page) => page.getByRole("application", { name: "The picture" });
const placeOfFilm = (page: Page) => page.locator("video").boundingBox();

async function tabTo(page: Page, name: string, role: "button" | "slider" = "button") {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let n = 0; n < 60; n += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}`);
}

test("[PB45] [PB52] every tool is in reach of the keyboard alone, and axe finds nothing with them out", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const { page } = nadia;
  const findings = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  await tabTo(page, "Look closer");
  await page.keyboard.press("Enter");
  await expect(tools(page).getByRole("button")).toHaveCount(8);
  for (const button of await tools(page).getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }

  await page.keyboard.press("i");
  await expect(page.locator("[data-loop]")).toContainText("Loop from 0:00.0");
  await page.keyboard.press("l");
  await page.keyboard.press("o");
  await tabTo(page, "End of the loop", "slider");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const end = (one: Page) => one.getByRole("slider", { name: "End of the loop" });
  for (const one of [page, callum.page]) {
    await expect(end(one)).toHaveAttribute("aria-valuetext", "0:01.6");
  }
  expect(await findings()).toEqual([]);
  await tabTo(page, "Let go of the loop");
  await page.keyboard.press("Enter");
  await expect(callum.page.locator("[data-loop]")).toHaveCount(0);

  await page.keyboard.press("v");
  await page.keyboard.press("F6");
  await expect(picture(page)).toBeFocused();
  await page.keyboard.press("+");
  await expect.poll(async () => (await placeOfFilm(callum.page))?.width).toBeGreaterThan(1_000);
  const before = await placeOfFilm(callum.page);
  await page.keyboard.press("ArrowRight");
  await expect
    .poll(async () => (await placeOfFilm(callum.page))?.x)
    .toBeLessThan((before?.x ?? 0) - 20);
  await page.keyboard.press("p");
  await page.keyboard.press("ArrowDown");
  await expect(callum.page.locator("[data-ring]")).toBeVisible();
  await page.keyboard.press("0");
  await page.keyboard.press("g");
  expect(await findings()).toEqual([]);
  await tabTo(page, "Back together");
  await page.keyboard.press("Enter");
  for (const one of [page, callum.page]) await expectReady(one);
});

test("[PB52] on a phone the menu brings the tools, and two fingers bring the picture closer", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const { page } = callum;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "More for the clip" }).click();
  await page.getByRole("menuitem", { name: "Look closer" }).click();
  for (const name of ["Loop from here", "Closer", "Whole picture", "Point", "Look on my own"]) {
    await expect(tools(page).getByRole("button", { name })).toBeInViewport();
  }
  await tools(page).getByRole("button", { name: "Closer" }).click();
  const widthThere = async () => Math.round((await placeOfFilm(nadia.page))?.width ?? 0);
  await expect.poll(widthThere).toBeGreaterThan(1_000);

  const touches = await page.context().newCDPSession(page);
  const box = await picture(page).boundingBox();
  if (box === null) throw new Error("no picture");
  const at = (x: number) => ({ x: box.x + x * box.width, y: box.y + 0.5 * box.height });
  const fingers = (apart: number) => [
    { ...at(0.5 - apart / 2), id: 1 },
    { ...at(0.5 + apart / 2), id: 2 },
  ];
  const before = await widthThere();
  await touches.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(0.2) });
  for (const apart of [0.25, 0.3, 0.35]) {
    await touches.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: fingers(apart),
    });
  }
  await touches.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(widthThere).toBeGreaterThan(before * 1.4);

  await page.getByRole("button", { name: "More for the clip" }).click();
  await page.getByRole("menuitem", { name: "Again, slower" }).click();
  await expect(nadia.page.locator("[data-loop]")).toContainText("half speed");
  await expect.poll(() => readFrameNumber(nadia.page)).toBeGreaterThan(2);
});

test("[PB50] [AC6] a supervisor looks on their own with controls of their own, and moves nobody", async ({
  review,
}) => {
  const { nadia } = await review.meet();
  const helen = await review.bringSupervisor(nadia);
  const play = helen.page.getByRole("button", { name: "Play together" });
  for (const key of ["+", "p", "i", "u"]) await helen.page.keyboard.press(key);
  await expect(picture(helen.page)).toHaveCount(0);
  await expect(play).toHaveCount(0);

  await helen.page.keyboard.press("g");
  await helen.page.keyboard.press("l");
  await helen.page.keyboard.press("+");
  await expect.poll(() => readFrameNumber(helen.page)).toBe(50);
  await expect(helen.page.getByRole("button", { name: "Hold this moment" })).toHaveCount(0);
  expect(await readFrameNumber(nadia.page)).toBe(0);
  await expect(nadia.page.getByText("looking apart")).toBeVisible();
  await helen.page.keyboard.press("g");
  await expectReady(helen.page);

  expect(await readFrameNumber(helen.page)).toBe(0);
  await expect(play).toHaveCount(0);
});
