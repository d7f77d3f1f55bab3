import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf } from "#tests/helpers/people.ts";
import { rounds, tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness } from "#tests/helpers/witness.ts";

const actions = ["play", "speed", "repeat", "pause", "seek"] as const;
type Action = (typeof actions)[number];
const endsAtRest = new Set<Action>(["pause", "seek"]);

const speedOf = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => video.playbackRate);

/** The last change in either page since the last press in one, in ms after that press. */
async function convergedAfterMs(presser: Page, pages: readonly Page[]): Promise<number> {
  const pressedAtMs = (await hearWitness(presser)).presses.at(-1)?.atMs ?? Number.NaN;
  const heard = await Promise.all(pages.map(hearWitness));
  const lasts = heard.map(({ pictures, revisions, player }) =>
    Math.max(...[pictures, revisions, player].map((seen) => seen.at(-1)?.atMs ?? 0)),
  );
  return Math.max(...lasts) - pressedAtMs;
}

/** When the later of the two first moved (or drew the new revision) after the press. */
async function startedAfterMs(
  presser: Page,
  pages: readonly Page[],
  of: "pictures" | "revisions",
): Promise<number> {
  const pressedAtMs = (await hearWitness(presser)).presses.at(-1)?.atMs ?? Number.NaN;
  const heard = await Promise.all(pages.map(hearWitness));
  const firsts = heard.map(
    (seen) => seen[of].find(({ atMs }) => atMs > pressedAtMs)?.atMs ?? Number.NaN,
  );
  return Math.max(...firsts) - pressedAtMs;
}

test("[AC1] [A1] play, pause, seek, speed and repeat by either side reach both once, with none lost and none echoed", async ({
  review,
}) => {
  test.setTimeout(rounds(180_000, 900_000));
  const { nadia, callum } = await review.meet({ practitioner: await review.line(60) });
  const pages = [nadia.page, callum.page];
  for (const page of pages) await callWitness(page);
  const tookMs: Record<Action, number[]> = { play: [], speed: [], repeat: [], pause: [], seek: [] };
  let revision = await revisionOf(nadia.page);

  /** Presses, then waits until both pages are one revision on: exactly one. */
  const press = async (page: Page, key: string) => {
    await page.keyboard.press(key);
    revision += 1;
    for (const one of pages) await expect.poll(() => revisionOf(one)).toBe(revision);
  };
  const act: Record<Action, (page: Page) => Promise<number>> = {
    async play(page) {
      await press(page, "k");
      for (const one of pages) await expect.poll(() => readFrameNumber(one)).toBeGreaterThan(2);
      return startedAfterMs(page, pages, "pictures");
    },
    async speed(page) {
      const slower = (await speedOf(page)) > 0.38;
      await press(page, slower ? "<" : ">");
      for (const one of pages) {
        await expect.poll(async () => (await speedOf(one)) < 0.38).toBe(slower);
      }
      return startedAfterMs(page, pages, "revisions");
    },
    async repeat(page) {
      await press(page, "r");
      return startedAfterMs(page, pages, "revisions");
    },
    async pause(page) {
      await press(page, "k");
      for (const one of pages) await expectReady(one);
      return convergedAfterMs(page, pages);
    },
    async seek(page) {
      const from = (await readFrameNumber(page)) ?? Number.NaN;
      await press(page, from < 70 ? "l" : "j");
      for (const one of pages) await expectReady(one);
      expect(Math.abs(((await readFrameNumber(page)) ?? from) - from)).toBeGreaterThan(40);
      return convergedAfterMs(page, pages);
    },
  };

  // Slowly, so that the clip never ends by itself between two presses.
  for (const key of ["<", "<"]) await press(nadia.page, key);
  for (let round = 0; round < rounds(2, 20); round += 1) {
    for (const { page } of [nadia, callum]) {
      await press(page, "1");
      for (const one of pages) await expectReady(one);
      for (const action of actions) {
        tookMs[action].push(await act[action](page));
        if (endsAtRest.has(action)) {
          expect(await readFrameNumber(nadia.page)).toBe(await readFrameNumber(callum.page));
        }
      }
    }
  }

  for (const page of pages) expect(await revisionOf(page)).toBe(revision);
  for (const action of actions) {
    const sorted = tookMs[action].toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    tellMeasured(`A1 ${action}: both after p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
    expect(at(1)).toBeLessThan(2_000);
  }
});
