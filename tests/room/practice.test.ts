import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "What did Kit do?" });
const focus = (page: Page) => page.getByRole("group", { name: "What you came with" });
const question = (page: Page) => page.locator("[data-play-question]");
const isPaused = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => video.paused);
const expectPaused = (page: Page, paused: boolean) =>
  expect.poll(() => isPaused(page), { intervals: [20] }).toBe(paused);

/** Notes on the page, by the machine's one clock, when a letter comes in and when the film rests. */
const noteTimes = (page: Page) =>
  page.evaluate(() => {
    const note = (name: string) => () => performance.mark(name);
    document.addEventListener("input", note("wrote"), { capture: true });
    document.querySelector("video")?.addEventListener("pause", note("paused"));
  });
const notedTimes = (page: Page, name: string) =>
  page.evaluate(
    (of) => performance.getEntriesByName(of).map((one) => performance.timeOrigin + one.startTime),
    name,
  );

test("[BS34] [BS35] [BS36] [BS37] [BS39] [A8] [F1.1] [F4.6] [F4.9] [N4] words and film wait for each other, and what is asked stays quiet and in sight", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const pages = [nadia.page, callum.page];
  await callum.page.keyboard.press("r");
  await callum.page.keyboard.press("h");
  await expect(field(callum.page)).toBeFocused();
  await callum.page.keyboard.press("Escape");
  for (const page of pages) await expectReady(page);

  await test.step("beginning to write pauses both, on the writer's frame", async () => {
    await callum.page.keyboard.press("k");
    for (const page of pages) await expectPaused(page, false);
    await field(callum.page).focus();
    for (const page of pages) await noteTimes(page);
    await callum.page.keyboard.type("H");
    for (const page of pages) await expectPaused(page, true);
    const [wroteAtMs = 0] = await notedTimes(callum.page, "wrote");
    const pausedAtMs = await Promise.all(pages.map((page) => notedTimes(page, "paused")));
    const [there, here] = pausedAtMs.map(([atMs = Number.NaN]) => Math.round(atMs - wroteAtMs));
    tellMeasured(`after the first letter the own side pauses in ${here} ms, the other in ${there}`);
    expect(Math.max(here ?? Number.NaN, there ?? Number.NaN)).toBeLessThan(3_000);
    for (const page of pages) await expectReady(page);
    expect(await readFrameNumber(nadia.page)).toBe(await readFrameNumber(callum.page));
  });

  await test.step("over the other's words a press asks, and the next one plays", async () => {
    await callum.page.keyboard.type("e");
    await expect(field(nadia.page)).toHaveValue("He");
    await nadia.page.keyboard.press("k");
    await expect(question(nadia.page)).toHaveText("Callum is writing - play?");
    expect(await isPaused(nadia.page)).toBe(true);
    await nadia.page.keyboard.press("k");
    for (const page of pages) await expectPaused(page, false);
    await expect(question(nadia.page)).toHaveCount(0);
  });

  await test.step("a pause asks nothing", async () => {
    await nadia.page.keyboard.press("k");
    for (const page of pages) await expectPaused(page, true);
    for (const page of pages) await expectReady(page);
  });

  await test.step("once the other is quiet a single press plays", async () => {
    await callum.page.keyboard.type(" hummed");
    await expect(field(nadia.page)).toHaveValue("He hummed");
    await nadia.page.getByRole("button", { name: "Play together" }).click();
    await expect(question(nadia.page)).toBeVisible();
    await expect(question(nadia.page)).toHaveCount(0, { timeout: 8_000 });
    await nadia.page.getByRole("button", { name: "Play together" }).click();
    for (const page of pages) await expectPaused(page, false);
  });

  await test.step("switched off, writing pauses nothing", async () => {
    await callum.page.getByText("While I write").click();
    await callum.page.getByRole("checkbox", { name: "Pause when I write" }).uncheck();
    await field(callum.page).focus();
    await callum.page.keyboard.type(" again");
    await expect(field(nadia.page)).toHaveValue("He hummed again");
    expect(await isPaused(callum.page)).toBe(false);
  });

  await callum.page.keyboard.press("Escape");
  await nadia.page.keyboard.press("k");
  for (const page of pages) await expectReady(page);

  await test.step("the helping question and the goals are in sight on every layout", async () => {
    const expectInSight = async (page: Page) => {
      await expect(focus(page).getByText("How can I tell when Kit")).toBeInViewport();
      for (const goal of ["go back and forth for three", "stay with Kit's pace"]) {
        await expect(focus(page).getByText(goal)).toBeInViewport();
      }
    };
    await expectInSight(nadia.page);
    await callum.page.keyboard.press("f");
    await expectInSight(callum.page);
    await callum.page.keyboard.press("f");
    await callum.page.setViewportSize({ width: 390, height: 844 });
    await callum.page.locator("#board").evaluate((board) => board.scrollIntoView({ block: "end" }));
    await expectInSight(callum.page);
    await callum.page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("both reword them together", async () => {
    for (const { page } of [nadia, callum]) {
      await focus(page).getByRole("button", { name: "Show all of it" }).click();
      await focus(page).getByRole("button", { name: "Reword it together" }).click();
    }
    const goal = (page: Page) => focus(page).getByRole("textbox", { name: "Goal 1" });
    await goal(nadia.page).focus();
    await nadia.page.keyboard.press("Control+Home");
    await nadia.page.keyboard.type("Often: ");
    await goal(callum.page).focus();
    await callum.page.keyboard.press("Control+End");
    await callum.page.keyboard.type(", every day");
    for (const { page } of [nadia, callum]) {
      await expect(goal(page)).toHaveValue(/^Often: .*, every day$/);
    }
    await focus(callum.page).getByRole("button", { name: "Show less" }).click();
    await focus(nadia.page).getByRole("button", { name: "Show less" }).click();
  });

  await test.step("the guider's question reaches both, one who comes later too", async () => {
    const shown = (page: Page) => page.getByRole("group", { name: "A question to think about" });
    await expect(callum.page.getByText("Questions to ask")).toHaveCount(0);
    await nadia.page.getByText("Questions to ask").click();
    await nadia.page.getByRole("button", { name: "Next prompt" }).click();
    await nadia.page.getByRole("button", { name: "Show to us both" }).click();
    await expect(shown(nadia.page)).toContainText("Shall we just watch it again?");
    await callum.page.reload();
    await expect(shown(callum.page)).toContainText("Shall we just watch it again?");
    await shown(callum.page).getByRole("button", { name: "Put away" }).click();
    await expect(shown(callum.page)).toHaveCount(0);
    await expect(shown(nadia.page)).toBeVisible();
    await nadia.page.getByRole("button", { name: "Next prompt" }).click();
    await nadia.page.getByRole("button", { name: "Show to us both" }).click();
    await expect(shown(callum.page)).toContainText("What did Kit start here?");
  });

  await test.step("the quiet question needs no network, and changes and tells nothing", async () => {
    const words = "I failed to notice him.";
    const asked = (page: Page, question: string) => page.getByText(question);
    const [first, second, third] = [
      "Was there a moment it went a little better?",
      "What were you doing just before?",
      "Could this be something to do more of?",
    ];
    await expect(stage(callum.page)).toHaveAttribute("data-agreement", "together");
    await callum.page.keyboard.press("h");
    await expect(field(callum.page)).toBeFocused();
    await callum.page.keyboard.type(words);
    await expect(asked(callum.page, first)).toBeVisible();
    await expect(field(nadia.page)).toHaveValue(words);
    await expect(asked(nadia.page, first)).toHaveCount(0);

    // By now the held picture has been drawn and sent: what follows is about the words alone.
    const requests: string[] = [];
    callum.page.on("request", (request) => requests.push(request.url()));
    await callum.page.keyboard.press("Control+a");
    await callum.page.keyboard.type("He smiled.");
    await expect(asked(callum.page, first)).toHaveCount(0);
    await callum.page.keyboard.type(" I talked too much.");
    await expect(asked(callum.page, second)).toBeVisible();
    await expect(field(nadia.page)).toHaveValue("He smiled. I talked too much.");
    expect(requests).toEqual([]);

    review.expectLostRequests();
    await callum.context.setOffline(true);
    await callum.page.keyboard.press("Control+a");
    await callum.page.keyboard.type("You ignored her hand.");
    await expect(asked(callum.page, third)).toBeVisible();
    await callum.page
      .getByRole("button", { name: "Put this question away for this field" })
      .click();
    await expect(asked(callum.page, third)).toHaveCount(0);
    await callum.context.setOffline(false);
    await expect(field(nadia.page)).toHaveValue("You ignored her hand.");
  });
});
