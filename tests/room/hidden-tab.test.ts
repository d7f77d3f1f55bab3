import { expect } from "@playwright/test";
import { launch } from "puppeteer-core";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import type { EvaluatesInPage } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { until } from "#tests/helpers/until.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, inStepAfterMs, stationWitness } from "#tests/helpers/witness.ts";

test("[PB58] a tab behind another holds nobody up and is not taken for lost; brought to the front it is in step", async ({
  review,
}) => {
  const { page: nadia } = await review.open(review);
  await nadia.goto(review.guider);
  // Playwright keeps each of its pages visible, whatever stands before it; this one really is hidden.
  const browser = await launch({
    executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--lang=en-GB"],
    defaultViewport: { width: 1366, height: 768 },
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(review.practitioner);
    await tab.locator("::-p-aria(Just me here: ask to come in)").click();
    // Puppeteer's own type unwraps handles in the argument; ours are plain values.
    const callum: EvaluatesInPage = {
      evaluate: (work, argument) => tab.evaluate(work as never, argument as never),
    };
    await nadia.getByRole("button", { name: "Let in" }).click();
    await expectReady(nadia);
    for (const key of ["<", "<", "<"]) await nadia.keyboard.press(key);
    await expectReady(nadia);
    await callWitness(nadia);
    await stationWitness(callum);

    const before = await browser.newPage();
    await before.bringToFront();
    await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe("hidden");
    const hiddenAtMs = performance.now();
    await nadia.keyboard.press("k");
    await expect.poll(() => readFrameNumber(nadia)).toBeGreaterThan(2);
    const startedMs = performance.now() - hiddenAtMs;
    await until(hiddenAtMs + 7_000);
    await expect(nadia.getByText("We have lost touch with Callum.")).toHaveCount(0);
    await tab.bringToFront();
    const shownAtMs = Date.now();
    const backMs = await inStepAfterMs(callum, nadia, shownAtMs);
    await nadia.keyboard.press("k");
    await expectReady(nadia);

    tellMeasured(
      `hidden: play started after ${Math.round(startedMs)} ms, in step ${backMs} ms after it was shown`,
    );
    expect(startedMs).toBeLessThan(3_500);
    expect(backMs).toBeLessThan(5_000);
    expect(await readFrameNumber(callum)).toBe(await readFrameNumber(nadia));
  } finally {
    await browser.close();
  }
});
