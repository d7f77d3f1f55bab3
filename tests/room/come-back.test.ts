import { expect } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, meetInRoom, stage } from "#tests/helpers/people.ts";
import { rounds, tellTimes, test } from "#tests/helpers/watched-review.ts";

const dayMs = 86_400_000;
const refreshes = rounds(3, 100);

/** Runs in the page before anything else: its wall clock is off. */
function shiftClock(offByMs: number): void {
  const trueNow = Date.now;
  window.Date = new Proxy(Date, {
    construct: (Original, given: []) =>
      given.length === 0 ? new Original(trueNow() + offByMs) : new Original(...given),
    get: (original, name) =>
      name === "now" ? () => trueNow() + offByMs : (Reflect.get(original, name) as unknown),
  });
}

test(`[PB57] ${refreshes} of ${refreshes} refreshes lead back to the seat, without a knock, on the same frame, with clocks two days apart`, async ({
  review,
}) => {
  test.setTimeout(rounds(120_000, 900_000));
  const offsMs = [-dayMs, dayMs];
  const { nadia, callum } = await meetInRoom(review, {}, async (...how) => {
    const offMs = offsMs.shift() ?? 0; // both are opened side by side: each takes their own at once
    const person = await review.open(...how);
    await person.context.addInitScript(shiftClock, offMs);
    return person;
  });
  const [guiderDay, practitionerDay] = await Promise.all(
    [nadia, callum].map(({ page }) => page.evaluate(() => Date.now())),
  );
  expect((practitionerDay ?? 0) - (guiderDay ?? 0)).toBeGreaterThan(1.9 * dayMs);

  await callum.page.keyboard.press("k");
  for (const { page } of [nadia, callum]) {
    await expect.poll(() => readFrameNumber(page)).toBeGreaterThan(8);
  }
  await callum.page.keyboard.press("h");
  await expectReady(nadia.page);
  await expect(nadia.page.getByText("held by Callum")).toBeVisible(); // its card is open, not the one before
  await nadia.page.getByRole("textbox", { name: "What did Kit do?" }).fill("He looked up.");
  const frame = await readFrameNumber(nadia.page);
  const address = callum.page.url();
  const backMs: number[] = [];

  for (let round = 0; round < refreshes; round += 1) {
    const startedAtMs = performance.now();
    await callum.page.reload();
    await expectReady(callum.page);
    await expect.poll(() => readFrameNumber(callum.page)).toBe(frame);
    backMs.push(performance.now() - startedAtMs);
    expect(callum.page.url()).toBe(address);
    await expect(nadia.page.getByRole("button", { name: "Let in" })).toHaveCount(0);
    await expect(stage(callum.page)).toHaveAttribute("data-phase", "paused");
  }

  await expect(callum.page.getByRole("textbox", { name: "What did Kit do?" })).toHaveValue(
    "He looked up.",
  );
  await expectReady(nadia.page);
  expect(await readFrameNumber(nadia.page)).toBe(frame);
  tellTimes("refresh: back on the same frame after", backMs);
});
