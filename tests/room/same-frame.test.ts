import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { until } from "#tests/helpers/until.ts";
import { rounds, tellMeasured, tellTimes, test } from "#tests/helpers/watched-review.ts";
import { callWitness, claimsOf, hearWitness, pictureAt } from "#tests/helpers/witness.ts";

const pauses = rounds(6, 70);

/** Both at rest on one picture, and both saying so. */
async function restTogether(pages: readonly Page[], afterRevision: number): Promise<number | null> {
  for (const page of pages) {
    await expect.poll(() => revisionOf(page)).toBeGreaterThan(afterRevision);
    await expect(stage(page)).toHaveAttribute("data-phase", "paused");
    await expectReady(page);
    await expect(page.getByText("Paused on the same frame")).toBeVisible();
  }
  const [frame] = await Promise.all(pages.map((page) => readFrameNumber(page)));
  return frame ?? null;
}

/** How often the pages said "the same frame", and when one of the pictures was another then. */
async function falseClaims(pages: readonly Page[]): Promise<{ made: number; wrong: string[] }> {
  const heard = await Promise.all(pages.map(hearWitness));
  const fromMs = Math.max(...heard.map(({ pictures }) => pictures[0]?.atMs ?? Infinity));
  const claims = heard.flatMap(claimsOf).filter(({ atMs }) => atMs > fromMs);
  const wrong = claims.flatMap(({ atMs, what }) => {
    const shown = heard.map((seen) => pictureAt(seen, atMs));
    if (shown.every((number) => number === what)) return [];
    const later = heard.map(({ pictures }) => pictures.find((one) => one.atMs > atMs));
    const next = later.map((one) => `${one?.what} ${(one?.atMs ?? 0) - atMs} ms later`);
    return [`${what} was said, ${shown.join(" and ")} shown, then ${next.join(" and ")}`];
  });
  return { made: claims.length, wrong };
}

for (const [kind, clip] of [
  ["an H.264 clip", numberedClips.silent],
  ["a VP9 clip", numberedClips.webm],
  ["a clip of uneven frames", numberedClips.variable],
] as const) {
  test.describe(kind, () => {
    test.use({ clips: [clip] });

    test(`[PB1] [A2] [N1] ${pauses} of ${pauses} pauses at random moments of ${kind} show both the same picture, and none is claimed falsely`, async ({
      review,
    }) => {
      test.setTimeout(rounds(120_000, 900_000));
      const [guider, practitioner] = [await review.line(30), await review.line(30)];
      const { nadia, callum } = await review.meet({ guider, practitioner });
      const pages = [nadia.page, callum.page];
      for (const page of pages) await callWitness(page);
      const stillMs: number[] = [];
      const saidMs: number[] = [];

      for (let round = 0; round < pauses; round += 1) {
        const presser = (round % 2 === 0 ? nadia : callum).page;
        const from = (await readFrameNumber(presser)) ?? 0;
        if (from > 80) {
          const before = await revisionOf(presser);
          await presser.keyboard.press("1");
          await restTogether(pages, before);
        }
        const before = await revisionOf(presser);
        const target = (from > 80 ? 0 : from) + 3 + Math.floor(Math.random() * 35);
        await presser.keyboard.press("k");
        await expect
          .poll(() => readFrameNumber(presser), { intervals: [15] })
          .toBeGreaterThanOrEqual(target);
        await presser.keyboard.press("k");
        const frame = await restTogether(pages, before + 1);

        const heard = await Promise.all(pages.map(hearWitness));
        const pressedAtMs = Math.max(...heard.map(({ presses }) => presses.at(-1)?.atMs ?? 0));
        const last = heard.map(({ pictures }) => pictures.at(-1));
        expect(last.map((picture) => picture?.what)).toEqual([frame, frame]);
        stillMs.push(Math.max(...last.map((picture) => picture?.atMs ?? 0)) - pressedAtMs);
        const said = heard.map((seen) => claimsOf(seen).at(-1)?.atMs ?? Number.NaN);
        saidMs.push(Math.max(...said) - pressedAtMs);
      }

      const claims = await falseClaims(pages);
      tellTimes(`A2 ${kind}: pressed until both still`, stillMs);
      tellTimes(`A2 ${kind}: pressed until both said so`, saidMs);
      tellMeasured(`N1 ${kind}: ${claims.made} claims, ${claims.wrong.length} false`);
      expect(claims.wrong).toEqual([]);
      expect(claims.made).toBeGreaterThan(pauses);
      expect(stillMs.toSorted((a, b) => a - b)[pauses / 2]).toBeLessThan(1_000);
    });
  });
}

test("[PB54] two pauses within one round trip are one, and twenty presses from both sides in five seconds end in one state", async ({
  review,
}) => {
  test.setTimeout(rounds(120_000, 600_000));
  const [guider, practitioner] = [await review.line(100), await review.line(100)];
  const { nadia, callum } = await review.meet({ guider, practitioner });
  const pages = [nadia.page, callum.page];
  for (const page of pages) await callWitness(page);

  for (let round = 0; round < rounds(2, 30); round += 1) {
    let before = await revisionOf(nadia.page);
    await nadia.page.keyboard.press("1");
    await restTogether(pages, before);
    before = await revisionOf(nadia.page);
    await nadia.page.keyboard.press("k");
    for (const page of pages) await expect.poll(() => readFrameNumber(page)).toBeGreaterThan(3);
    await Promise.all(pages.map((page) => page.keyboard.press("k")));
    const frame = await restTogether(pages, before + 1);

    expect(await readFrameNumber(callum.page)).toBe(frame);
    for (const page of pages) expect(await revisionOf(page)).toBe(before + 2);
  }

  for (let round = 0; round < rounds(1, 10); round += 1) {
    const before = await revisionOf(nadia.page);
    await nadia.page.keyboard.press("1");
    await restTogether(pages, before);
    const startMs = performance.now();
    for (let press = 0; press < 20; press += 1) {
      await until(startMs + press * 250);
      await (press % 2 === 0 ? nadia : callum).page.keyboard.press("k");
    }
    tellMeasured(`20 presses in ${Math.round(performance.now() - startMs)} ms`);
    const stateOf = (page: Page) =>
      page.locator("video").evaluate((video: HTMLVideoElement) => video.paused);
    await expect
      .poll(async () => {
        const [one, other] = await Promise.all(pages.map(revisionOf));
        const [isPaused, isOtherPaused] = await Promise.all(pages.map(stateOf));
        return one === other && isPaused === isOtherPaused;
      })
      .toBe(true);
    if (!(await stateOf(nadia.page))) await nadia.page.keyboard.press("k");
    const frame = await restTogether(pages, before);
    expect(await readFrameNumber(callum.page)).toBe(frame);
  }

  expect((await falseClaims(pages)).wrong).toEqual([]);
});

const differing = "Frames differ";

test("[PB20] [N1] a picture moved two frames behind the page's back is shown as differing on both screens, and put right", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet({ practitioner: await review.line(30) });
  const pages = [nadia.page, callum.page];
  await nadia.page.keyboard.press("l");
  await expect.poll(() => readFrameNumber(callum.page)).toBe(50);
  for (const page of pages) await expectReady(page);
  for (const page of pages) await callWitness(page);
  const saidMs: number[] = [];
  const mendedMs: number[] = [];

  for (let round = 0; round < rounds(4, 40); round += 1) {
    const moved = round % 2 === 0 ? callum.page : nadia.page;
    const movedAtMs = await moved.locator("video").evaluate((video: HTMLVideoElement) => {
      video.currentTime += 2 / 25;
      return Date.now();
    });
    const saysSince = async (page: Page, words: string) =>
      (await hearWitness(page)).words.find(
        ({ atMs, what }) => atMs >= movedAtMs && what.startsWith(words),
      )?.atMs;
    for (const page of pages) {
      await expect.poll(() => saysSince(page, differing)).toBeDefined();
      const saidAtMs = (await saysSince(page, differing)) ?? Number.NaN;
      saidMs.push(saidAtMs - movedAtMs);
    }
    for (const page of pages) {
      await expectReady(page);
      await expect.poll(() => readFrameNumber(page)).toBe(50);
      const saidAgain = (await hearWitness(page)).words.at(-1);
      expect(saidAgain?.what).toMatch(/^Paused on the same frame/);
      mendedMs.push((saidAgain?.atMs ?? Number.NaN) - movedAtMs);
    }
  }

  tellTimes("N1 shown as differing on both screens", saidMs);
  tellTimes("N1 put right and said so on both screens", mendedMs);
  expect(Math.max(...saidMs)).toBeLessThan(1_500);
});
