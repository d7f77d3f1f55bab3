import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness } from "#tests/helpers/witness.ts";

const thin = { bytesPerSecond: 64_000, delayMs: 100 };
const clips = [numberedClips.broadcast, numberedClips.silent];
const bytesOf = (clip: string) => readFileSync(clip).length;

test.use({ clips });

/** The clips that are all there, first come first, with the wall clock of their last byte. */
const fetchedClips = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.startsWith("/m/"))
      .map((entry) => ({
        bytes: entry.decodedBodySize,
        atMs: performance.timeOrigin + entry.responseEnd,
      })),
  );

test("[PB59] [N14] over 512 kbit/s and 200 ms the first clip is all there before anybody is told so, and playing it asks for nothing and never stalls", async ({
  review,
}) => {
  const line = await review.line();
  const nadia = await review.open(review);
  const callum = await review.open(review, line);
  await nadia.page.goto(review.guider);
  await callum.page.goto(review.practitioner);
  await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  await nadia.page.getByRole("button", { name: "Let in" }).waitFor();
  for (const way of [line.up, line.down]) Object.assign(way, thin);
  const readyWords = /^(Ready|In step|Paused on the same frame)/;

  await nadia.page.getByRole("button", { name: "Let in" }).click();
  const letInAtMs = Date.now();
  await expect(nadia.page.getByText("Waiting for Callum's picture")).toBeVisible();
  await callWitness(nadia.page);
  await callWitness(callum.page);
  await expectReady(callum.page);
  const [first] = await fetchedClips(callum.page);
  const heard = [await hearWitness(nadia.page), await hearWitness(callum.page)];
  const saidAtMs = heard.map(
    ({ words }) => words.find(({ what }) => readyWords.test(what))?.atMs ?? Date.now(),
  );
  tellMeasured(
    `N14 ${first?.bytes} bytes came ${Math.round((first?.atMs ?? 0) - letInAtMs)} ms after letting in, ` +
      `"ready" was said ${Math.round(Math.min(...saidAtMs) - (first?.atMs ?? 0))} ms after that`,
  );
  expect(first?.bytes).toBe(bytesOf(numberedClips.broadcast));
  expect(Math.min(...saidAtMs)).toBeGreaterThanOrEqual(Math.floor(first?.atMs ?? Infinity));
  await expect.poll(() => fetchedClips(callum.page)).toHaveLength(clips.length);
  const asked: string[] = [];
  // A clip that is all there may be opened anew from the tab's own memory, which asks nobody.
  callum.page.on("request", (request) => {
    if (!request.url().startsWith("blob:")) asked.push(request.url());
  });

  await callum.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBe(124);
  for (const key of ["j", "j", ",", ",", "."]) await callum.page.keyboard.press(key);
  await expectReady(callum.page);

  const { pictures, player } = await hearWitness(callum.page);
  const shown = new Set(pictures.map(({ what }) => what));
  // A busy machine's decoder may wait for an instant; a stall is what the room would stop for.
  const waitedMs = player
    .filter(({ what }) => what === "waiting")
    .map(({ atMs }) => (pictures.find((picture) => picture.atMs > atMs)?.atMs ?? Infinity) - atMs);
  tellMeasured(
    `N14 whole clip played: ${shown.size} of 125 pictures seen, waits of [${waitedMs.join()}] ms`,
  );
  expect(asked).toEqual([]);
  expect(Math.max(0, ...waitedMs)).toBeLessThan(1_000);
  expect(shown.size).toBeGreaterThan(60);
  expect(await readFrameNumber(nadia.page)).toBe(await readFrameNumber(callum.page));
});
