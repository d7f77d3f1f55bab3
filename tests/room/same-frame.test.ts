import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { leave, meetInRoom, stage } from "#tests/helpers/people.ts";

/** What the server's timeline is paused on, once this page says that both agree on it. */
async function agreedFrame(page: Page, afterRevision: number): Promise<number> {
  await expect
    .poll(async () => Number(await stage(page).getAttribute("data-revision")))
    .toBeGreaterThan(afterRevision);
  await expect(stage(page)).toHaveAttribute("data-phase", /paused/);
  await expect(stage(page)).toHaveAttribute("data-agreement", "together");
  return Number(await stage(page).getAttribute("data-shown-frame"));
}

const revisionOf = async (page: Page) => Number(await stage(page).getAttribute("data-revision"));

for (const [kind, clip] of [
  ["a clip of even frames", numberedClips.silent],
  ["a clip of uneven frames", numberedClips.variable],
] as const) {
  test(`[PB1] 20 of 20 pauses, by either side, show both the same picture of ${kind}, 40 ms away`, async () => {
    const review = await startDemoReview([clip]);
    const line = await startFaultProxy(review.port);
    Object.assign(line.up, { delayMs: 40 });
    Object.assign(line.down, { delayMs: 40 });
    const { nadia, callum } = await meetInRoom(review, { practitioner: line });

    const seen: { presser: string; pictures: (number | null)[]; said: number }[] = [];
    for (let round = 0; round < 20; round += 1) {
      const presser = round % 2 === 0 ? nadia : callum;
      const before = await revisionOf(nadia.page);
      await presser.page.getByRole("button", { name: "Play together" }).click();
      await expect(stage(callum.page)).toHaveAttribute("data-phase", /playing/);
      await expect(stage(nadia.page)).toHaveAttribute("data-phase", /playing/);
      await expect
        .poll(() => readFrameNumber(callum.page), { intervals: [50] })
        .toBeGreaterThan(3 + round);
      await presser.page.getByRole("button", { name: "Pause together" }).click();
      const said = await agreedFrame(nadia.page, before + 1);
      await agreedFrame(callum.page, before + 1);
      seen.push({
        presser: presser === nadia ? "guider" : "practitioner",
        pictures: [await readFrameNumber(nadia.page), await readFrameNumber(callum.page)],
        said,
      });
    }

    for (const { pictures, said } of seen) expect(pictures).toEqual([said, said]);
    await leave(nadia, callum);
    await line.close();
    await review.stop();
  });
}
