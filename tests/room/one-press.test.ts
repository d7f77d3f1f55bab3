import { expect } from "@playwright/test";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

/** A page that counts what its person had to do. */
type CountingWindow = Window & { presses?: string[] };

test("[AC2] [A13] from the link to the first joint picture a guest presses once and types nothing", async ({
  review,
}) => {
  const nadia = await review.open(review);
  const callum = await review.open(review);
  await nadia.page.goto(review.guider);
  await expect(stage(nadia.page)).toBeVisible();
  await callum.page.addInitScript(() => {
    const presses: string[] = [];
    (window as CountingWindow).presses = presses; // a place of the test's own
    for (const kind of ["pointerdown", "keydown"]) {
      window.addEventListener(kind, () => presses.push(kind), { capture: true });
    }
  });
  const asked: string[] = [];
  callum.page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "blob:") asked.push(host);
  });

  const startMs = performance.now();
  await callum.page.goto(review.practitioner);
  await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  await nadia.page.getByRole("button", { name: "Let in Callum" }).click();
  await expectReady(callum.page);
  await expectReady(nadia.page);
  const tookMs = Math.round(performance.now() - startMs);

  expect(await readFrameNumber(callum.page)).toBe(await readFrameNumber(nadia.page));
  expect(await readFrameNumber(callum.page)).not.toBeNull();
  const presses = await callum.page.evaluate(() => (window as CountingWindow).presses); // set above
  expect(presses).toEqual(["pointerdown"]);
  expect([...new Set(asked)]).toEqual([`127.0.0.1:${review.port}`]);
  tellMeasured(`A13 link to first joint picture ${tookMs} ms`);
  expect(tookMs).toBeLessThan(15_000);
});
