import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { until } from "#tests/helpers/until.ts";
import { rounds, tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { callWitness, hearWitness } from "#tests/helpers/witness.ts";

const restMs = rounds(8_000, 1_800_000);
const controls = ["Play together", "One frame back", "One frame forward", "Hold this moment"];

/** How far the parts that must stay are there: 1 is wholly, with everything around them counted in. */
async function clearnessOf(page: Page): Promise<number[]> {
  const parts = [
    ...controls.map((name) => page.getByRole("button", { name })),
    page.getByText("Paused on the same frame"),
    page.locator("video"),
  ];
  return Promise.all(
    parts.map(async (part) => {
      await expect(part).toBeVisible();
      return part.evaluate((node) => {
        let clearness = 1;
        for (let at: Element | null = node; at !== null; at = at.parentElement) {
          clearness *= Number(getComputedStyle(at).opacity);
        }
        return clearness;
      });
    }),
  );
}

test("[PB60] [F4.6] while paused nothing hides, dims or goes on by itself, in the room and in the large video", async ({
  review,
}) => {
  test.setTimeout(restMs + 120_000);
  const { nadia, callum } = await review.meet();
  const pages = [nadia.page, callum.page];
  await nadia.page.keyboard.press("k");
  await expect.poll(() => readFrameNumber(callum.page)).toBeGreaterThan(10);
  await callum.page.keyboard.press("k");
  for (const page of pages) await expectReady(page);
  await callum.page.keyboard.press("f");
  await callum.page.mouse.move(600, 300);
  const frame = await readFrameNumber(nadia.page);
  for (const page of pages) await callWitness(page);

  const startMs = performance.now();
  let looks = 0;
  while (performance.now() - startMs < restMs) {
    await until(performance.now() + 1_000);
    for (const page of pages) {
      expect(await clearnessOf(page)).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await readFrameNumber(page)).toBe(frame);
      looks += 1;
    }
  }

  tellMeasured(`F4.6 at rest for ${restMs / 1_000} s: ${looks} looks, all the same`);
  for (const page of pages) expect((await hearWitness(page)).player).toEqual([]);
});
