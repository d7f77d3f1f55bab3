import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { putToSleep } from "#tests/helpers/sleeping-browser.ts";
import { until } from "#tests/helpers/until.ts";
import { rounds, tellMeasured, test } from "#tests/helpers/watched-review.ts";
import type { WatchedReview } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness, inStepAfterMs } from "#tests/helpers/witness.ts";

/** One way; the far one only in a full run. */
const delaysMs = [20, 100].slice(0, rounds(1, 2));

/** Both playing, at a quarter of the speed: five seconds of clip last for twenty. */
async function watchSlowly(review: WatchedReview, practitioner?: FaultProxy) {
  const people = await review.meet(practitioner === undefined ? {} : { practitioner });
  const { nadia, callum } = people;
  for (const key of ["<", "<", "<"]) await nadia.page.keyboard.press(key);
  await expectReady(callum.page);
  for (const { page } of [nadia, callum]) await callWitness(page);
  await nadia.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(8);
  return people;
}

/** How long after `sinceMs` the guider was told that the other is lost. */
async function namedAfterMs(page: Page, sinceMs: number): Promise<number> {
  await expect(page.getByText("We have lost touch with Callum.")).toBeVisible({ timeout: 8_000 });
  return Date.now() - sinceMs;
}

/** The one who stayed went on without a stop until then. */
async function expectNeverStopped(page: Page, untilMs: number): Promise<void> {
  const { player } = await hearWitness(page);
  expect(player.filter(({ atMs, what }) => what === "pause" && atMs < untilMs)).toEqual([]);
}

for (const delayMs of delaysMs) {
  test(`[PB55] [A5] a line of ${delayMs} ms cut while playing: on without a word at first, then it is said, the picture rests, and is back in step`, async ({
    review,
  }) => {
    review.expectLostRequests();
    const line = await review.line(delayMs);
    const { nadia, callum } = await watchSlowly(review, line);

    line.blackhole();
    const cutAtMs = Date.now();
    const [namedMs, saidMs] = await Promise.all([
      namedAfterMs(nadia.page, cutAtMs),
      expect(callum.page.getByText("Reconnecting").first())
        .toBeVisible({ timeout: 8_000 })
        .then(() => Date.now() - cutAtMs),
    ]);
    const restAtMs = async () =>
      (await hearWitness(callum.page)).player.findLast(({ what }) => what === "pause")?.atMs ??
      null;
    await expect.poll(restAtMs, { timeout: 15_000 }).not.toBeNull();
    const restedMs = ((await restAtMs()) ?? Number.NaN) - cutAtMs;
    line.heal();
    for (const way of [line.up, line.down]) way.delayMs = delayMs;
    const healedAtMs = Date.now();
    const backMs = await inStepAfterMs(callum.page, nadia.page, healedAtMs);

    tellMeasured(
      `cut while playing at ${delayMs} ms: said after ${saidMs} ms, named to the other after ${namedMs} ms, ` +
        `rested after ${restedMs} ms, in step ${backMs} ms after the line healed`,
    );
    expect(saidMs).toBeGreaterThan(1_900);
    expect(namedMs).toBeLessThan(6_000);
    expect(restedMs).toBeGreaterThan(8_500);
    expect(backMs).toBeLessThan(6_000);
    await expectNeverStopped(nadia.page, healedAtMs + backMs);
    const shown = (await hearWitness(callum.page)).pictures.filter(({ atMs }) => atMs > cutAtMs);
    expect(Math.min(...shown.map(({ what }) => what ?? 0))).toBeGreaterThan(8);
    const alone = shown.filter(({ atMs }) => atMs < cutAtMs + 8_500);
    const steps = alone.map(({ atMs }, n) => atMs - (alone[n - 1]?.atMs ?? atMs));
    expect(Math.max(...steps)).toBeLessThan(1_000);
  });
}

test("[PB55] a laptop asleep while playing: its person is named within six seconds, the other goes on, and waking brings it into step", async ({
  review,
}) => {
  const { nadia, callum } = await watchSlowly(review);

  const wake = await putToSleep(callum.browser);
  const asleepAtMs = Date.now();
  const told = await namedAfterMs(nadia.page, asleepAtMs).catch(() => null);
  await until(performance.now() + 3_000);
  wake();
  const awakeAtMs = Date.now();
  const backMs = await inStepAfterMs(callum.page, nadia.page, awakeAtMs);
  await expect(nadia.page.getByText("We have lost touch with Callum.")).toBeHidden();
  await nadia.page.keyboard.press("k");
  await expectReady(callum.page);

  tellMeasured(`asleep: named after ${told} ms, in step ${backMs} ms after waking`);
  expect(told ?? Infinity).toBeLessThan(6_000);
  expect(backMs).toBeLessThan(8_000);
  await expectNeverStopped(nadia.page, awakeAtMs + backMs);
  expect(await readFrameNumber(callum.page)).toBe(await readFrameNumber(nadia.page));
});
