import { expect } from "@playwright/test";
import { playback } from "#client/text/en/playback.ts";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, meetInRoom } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

test.use({ clips: [numberedClips.withSound] });

test("[PB48] [A4] a browser that plays no sound without a tap shows one labelled button, the other side sees who is awaited, and the tap starts both", async ({
  review,
}) => {
  const { nadia, callum } = await meetInRoom(review, {}, (demo, line) =>
    review.open(demo, line, undefined, ["--autoplay-policy=document-user-activation-required"]),
  );
  // A page that nobody has touched. Asking it anything from here would count as a touch, so until the
  // film is to begin the guider's page alone is asked.
  const page = await callum.context.newPage();
  const address = callum.page.url();
  await callum.page.close();
  await expect(nadia.page.getByText(playback["playback.same-frame"])).toHaveCount(0);
  await page.goto(address);
  await expectReady(nadia.page);

  await nadia.page.keyboard.press("k");

  const awaited = playback["playback.waiting-for-tap"].replace("{name}", "Callum");
  await expect(nadia.page.getByText(awaited).first()).toBeVisible();
  const tap = page.getByRole("button", { name: playback["playback.unblock"] });
  await expect(tap).toBeVisible();
  const before = await readFrameNumber(nadia.page);
  await tap.click();
  for (const one of [nadia.page, page]) {
    await expect.poll(() => readFrameNumber(one)).toBeGreaterThan((before ?? 0) + 10);
  }
  await expect(tap).toHaveCount(0);

  await page.keyboard.press("k");
  await expectReady(nadia.page);
  await expectReady(page);
  expect(await readFrameNumber(page)).toBe(await readFrameNumber(nadia.page));
});
