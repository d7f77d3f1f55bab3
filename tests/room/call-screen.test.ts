import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { shortPressMs } from "#client/features/call/talk-press.ts";
import { call } from "#client/text/en/call.ts";
import { meetInCall, openCaller, openGuest, letIn } from "#tests/helpers/call-people.ts";
import { needsWorker } from "#tests/helpers/call-worker.ts";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

const roster = (page: Page) => page.getByRole("list", { name: "In the room" });
const entry = (page: Page, name: string) =>
  roster(page).getByRole("listitem").filter({ hasText: name });
const faces = (page: Page) => roster(page).locator("video");
const control = (page: Page, id: keyof typeof call) =>
  page.getByRole("button", { name: call[id], exact: true });
const shownFrame = (page: Page) => readFrameNumber(page, "[data-revision] video");

async function expectNoFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`)).toEqual(
    [],
  );
}

/** Both faces can be seen whole, and neither lies over the pill or a control of the clip. */
async function expectFacesBeside(page: Page): Promise<void> {
  await expect(faces(page)).toHaveCount(2);
  for (const face of await faces(page).all()) await expect(face).toBeInViewport({ ratio: 1 });
  const covered = await page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.closest("[inert]") === null) // behind the large video
        .map((one) => one.getBoundingClientRect());
    const tiles = boxes("[data-in-call=true] video");
    return boxes("button, [data-revision], #video output")
      .filter(({ width }) => width > 0)
      .filter((box) =>
        tiles.some(
          (tile) =>
            tile.left < box.right - 1 &&
            box.left < tile.right - 1 &&
            tile.top < box.bottom - 1 &&
            box.top < tile.bottom - 1,
        ),
      ).length;
  });
  expect(covered).toBe(0);
}

/** What is on screen is the same by either way but for its name: `CALL_MODE=sfu` goes the other one. */
const isThroughRouter = process.env["CALL_MODE"] === "sfu";

test.describe("with a call", () => {
  if (isThroughRouter) needsWorker(test);
  test.use({ environment: { CALL_MODE: isThroughRouter ? "sfu" : "p2p" } });

  test("[CL39] [CL43] [CL44] [CL47] [A11] [N10] faces are in sight in every layout, M and E switch, X hides and silences, and who has left stays out", async ({
    review,
  }) => {
    const { nadia, callum } = await meetInCall(review);
    const [mine, theirs] = [nadia.page, callum.page];
    for (const page of [mine, theirs]) {
      await expectReady(page);
      await expect(faces(page)).toHaveCount(2);
    }

    await test.step("the clip keeps its size, and no layout lays a face over a control", async () => {
      const clip = await mine.locator("[data-revision] video").boundingBox();
      expect(clip?.width).toBeGreaterThan(872);
      expect(clip?.height).toBeGreaterThan(490);
      await expectFacesBeside(mine);
      await mine.keyboard.press("f");
      await expect.poll(async () => (await stage(mine).boundingBox())?.width).toBe(1_366);
      await expectFacesBeside(mine);
      await mine.keyboard.press("f");
      for (const [width, height] of [
        [1_180, 820],
        [820, 1_180],
        [390, 844],
      ] as const) {
        await mine.setViewportSize({ width, height });
        await expectFacesBeside(mine);
      }
      await expectNoFinding(mine);
      await mine.setViewportSize({ width: 1_366, height: 768 });
    });
    await test.step("M and E switch; M held while it is off talks", async () => {
      await mine.keyboard.press("m");
      await expect(control(mine, "call.microphone-on")).toBeVisible();
      await expect(entry(theirs, "Nadia")).toContainText("microphone off");
      await mine.keyboard.down("m");
      const heldSinceMs = await mine.evaluate(() => performance.now());
      await expect(entry(theirs, "Nadia")).not.toContainText("microphone off");
      await mine.waitForFunction(
        (untilMs) => performance.now() > untilMs,
        heldSinceMs + shortPressMs,
      );
      await mine.keyboard.up("m");
      await expect(entry(theirs, "Nadia")).toContainText("microphone off");
      await mine.keyboard.press("e");
      await expect(entry(theirs, "Nadia")).toContainText("camera off");
      await expect(faces(theirs)).toHaveCount(1);
      await mine.keyboard.press("e");
      await expect(faces(theirs)).toHaveCount(2);
    });
    await test.step("X hides every face and stops every voice, on a phone too", async () => {
      await theirs.setViewportSize({ width: 390, height: 844 });
      await mine.keyboard.press("x");
      for (const page of [mine, theirs]) {
        await expect(page.locator("[data-cover]")).toContainText(call["call.covered"]);
        await expect(faces(page)).toHaveCount(0);
        await expect(page.locator("audio")).toHaveJSProperty("muted", true);
      }
      await mine.keyboard.press("x");
      for (const page of [mine, theirs]) {
        await expect(faces(page)).toHaveCount(2);
        await expect(page.locator("audio")).toHaveJSProperty("muted", false);
      }
      await expect(control(mine, "call.microphone-on")).toBeVisible();
    });
    await test.step("all about the call can be read, and left: a page loaded anew stays out", async () => {
      await control(mine, "call.more").click();
      const dialog = mine.getByRole("dialog", { name: call["call.more"] });
      await dialog.getByText(call["call.details"]).click();
      await expect(dialog).toContainText(call["call.sealed-ends"]);
      await expect(dialog).toContainText(
        call[isThroughRouter ? "call.path-router" : "call.path-direct"],
      );
      await expectNoFinding(mine);
      await dialog.getByRole("button", { name: call["call.leave"] }).click();
      await expect(control(mine, "call.join")).toBeVisible();
      await expect(entry(theirs, "Nadia")).toContainText("not in the call");
      await mine.reload();
      await expectReady(mine);
      await expect(control(mine, "call.join")).toBeVisible();
      await expect(faces(mine)).toHaveCount(0);
    });
  });

  test("[CL41] [CL46] [A11] [F4.11] with the camera refused, and with the microphone too, the room says how to allow it and is whole", async ({
    review,
  }) => {
    const nadia = await openCaller(review, { gives: ["microphone"] });
    await nadia.page.goto(review.guider);
    await control(nadia.page, "call.join").click();
    await control(nadia.page, "call.join-both").click();
    const callum = await openGuest(review, "practitioner", { gives: [] });
    await letIn(nadia);
    for (const { page } of [nadia, callum]) await expectReady(page);

    await expect(nadia.page.getByText(call["call.camera-denied"])).toBeVisible();
    await expect(nadia.page.getByText(call["call.microphone-denied"])).toHaveCount(0);
    await expect(entry(callum.page, "Nadia")).toContainText("camera off");
    await expect(entry(callum.page, "Nadia")).not.toContainText("no microphone");
    await expect(callum.page.getByText(call["call.microphone-denied"])).toBeVisible();
    await expect(entry(nadia.page, "Callum")).toContainText("no microphone · camera off");
    for (let left = 2; left > 0; left -= 1) {
      await expect(control(callum.page, "call.put-away")).toHaveCount(left);
      await control(callum.page, "call.put-away").first().click();
    }
    await expect(callum.page.getByText(call["call.microphone-denied"])).toHaveCount(0);
    await callum.page.keyboard.press("k");
    await expect.poll(() => shownFrame(nadia.page)).toBeGreaterThan(10);
  });
});

test.describe("without a call", () => {
  test.use({ environment: { CALL_MODE: "off" } });

  test("[CL46] [CL61] [F4.11] the room is as it was, asks for no device, says that there is no call, and both play and write", async ({
    review,
  }) => {
    const nadia = await openCaller(review);
    await nadia.page.goto(review.guider);
    await expect(stage(nadia.page)).toHaveAttribute("data-phase", "paused");
    const callum = await openGuest(review, "practitioner");
    await letIn(nadia);
    const pages = [nadia.page, callum.page];
    for (const page of pages) await expectReady(page);

    await expect(control(nadia.page, "call.join")).toHaveCount(0);
    await expect(control(nadia.page, "call.microphone-off")).toHaveCount(0);
    await expect(entry(nadia.page, "Nadia")).toContainText("guider");
    await control(nadia.page, "call.more").click();
    await expect(nadia.page.getByRole("dialog")).toContainText(call["call.none"]);
    await nadia.page.getByRole("slider", { name: call["call.volume"] }).fill("40");
    await expect
      .poll(() => nadia.page.locator("video").evaluate((one: HTMLVideoElement) => one.volume))
      .toBeCloseTo(0.4);
    await nadia.page.keyboard.press("Escape");
    await expect(nadia.page.getByRole("dialog")).toHaveCount(0); // its keys are its own

    await nadia.page.keyboard.press("k");
    for (const page of pages) await expect.poll(() => shownFrame(page)).toBeGreaterThan(10);
    await callum.page.keyboard.press("h");
    for (const page of pages) await expectReady(page);
    expect(await shownFrame(callum.page)).toBe(await shownFrame(nadia.page));
    await callum.page.keyboard.type("She hummed.");
    await expect(nadia.page.getByRole("textbox", { name: "What did Kit do?" })).toHaveValue(
      "She hummed.",
    );
  });
});
