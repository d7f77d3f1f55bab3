import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { createCallNetwork } from "#tests/helpers/call-network.ts";
import { expectBothReady, meetInCall } from "#tests/helpers/call-people.ts";
import { expectComing } from "#tests/helpers/call-sight.ts";
import { needsWorker } from "#tests/helpers/call-worker.ts";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { putToSleep } from "#tests/helpers/sleeping-browser.ts";
import { until } from "#tests/helpers/until.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

test.setTimeout(180_000);
test.use({ clips: [numberedClips.silent] });

const shownFrame = (page: Page) => readFrameNumber(page, "[data-revision] video");
/** One of them gives no camera, the other one no microphone. */
const halves = {
  guider: { gives: ["microphone"] },
  practitioner: { gives: ["camera"] },
} as const;

/** The guider sees without hearing, the practitioner hears without seeing. */
async function expectHalves(guider: Page, practitioner: Page, way: string): Promise<void> {
  await expectComing(guider, `0 voices, 1 faces by ${way}$`);
  await expectComing(practitioner, `1 voices, 0 faces by ${way}$`);
}

test.describe("from browser to browser", () => {
  test.use({ environment: { CALL_MODE: "p2p" } });

  test("[CL67] [CL68] [CL69] [A11] [F4.11] a laptop that slept for 15 s and wakes in another network is back in the call by itself", async ({
    review,
  }) => {
    review.expectLostRequests();
    const network = createCallNetwork();
    const { nadia, callum } = await meetInCall(review, {
      guider: { ...halves.guider, network },
      practitioner: { ...halves.practitioner, network },
    });
    await expectBothReady(nadia, callum);
    await expectHalves(nadia.page, callum.page, "udp direct");

    const wake = await putToSleep(callum.browser);
    await until(performance.now() + 15_000);
    network.change();
    wake();
    const awakeAtMs = performance.now();

    await expectHalves(nadia.page, callum.page, "udp direct");
    tellMeasured(`CL68: back ${Math.round(performance.now() - awakeAtMs)} ms after waking`);
    await expectBothReady(nadia, callum);
    network.change();
  });
});

test.describe("through the router", () => {
  needsWorker(test);
  test.use({ environment: { CALL_MODE: "sfu" } });

  test("[CL67] [CL69] [CL70] [A11] the call goes on while one's line to the server is cut, and is back by itself in another network", async ({
    review,
  }) => {
    review.expectLostRequests();
    const network = createCallNetwork();
    const line = await review.line();
    const { nadia, callum } = await meetInCall(review, {
      guider: halves.guider,
      practitioner: { ...halves.practitioner, through: line, network },
    });
    await expectBothReady(nadia, callum);
    await expectHalves(nadia.page, callum.page, "udp router");

    line.cut();
    await expect(callum.page.getByText("Reconnecting").first()).toBeVisible();
    await nadia.page.keyboard.press("l");
    await expect.poll(() => shownFrame(nadia.page)).toBeGreaterThan(0);
    await expectHalves(nadia.page, callum.page, "udp router");
    line.heal();
    await expectBothReady(nadia, callum);
    expect(await shownFrame(callum.page)).toBe(await shownFrame(nadia.page));
    await expectHalves(nadia.page, callum.page, "udp router");

    network.change();
    const changedAtMs = performance.now();
    await expectComing(callum.page, "0 voices, 0 faces by no way$");
    await expectHalves(nadia.page, callum.page, "udp router");
    tellMeasured(
      `CL69: back ${Math.round(performance.now() - changedAtMs)} ms after the network changed`,
    );
    network.change();
  });
});
