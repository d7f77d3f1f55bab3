import { expect, test } from "@playwright/test";
import { call } from "#client/text/en/call.ts";
import { expectComing } from "#tests/helpers/call-sight.ts";
import { tapCalls } from "#tests/helpers/call-tap.ts";
import { callWorker } from "#tests/helpers/call-worker.ts";
import { numberedClips } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import { needs } from "#tests/helpers/engines/needs-engines.ts";
import { openEnginePage } from "#tests/helpers/engines/open-engine-page.ts";
import { gatherFaults, readFaults } from "#tests/helpers/engines/room-sight.ts";

test.setTimeout(120_000);

for (const [mode, way] of [
  ["p2p", "directly"],
  ["sfu", "through the router"],
] as const) {
  test(`[CL65] [A11] Chromium and Firefox hear and see each other ${way}`, async () => {
    needs(["Chromium", "Firefox"]);
    test.skip(mode === "sfu" && callWorker === null, "there is no worker of the call's router");
    const review = await startDemoReview([numberedClips.silent], {
      CALL_MODE: mode,
      CALL_LISTEN: "0.0.0.0", // Firefox finds nobody on 127.0.0.1
    });
    const guider = await openEnginePage("Chromium", { hasDevices: true });
    const practitioner = await openEnginePage("Firefox", { hasDevices: true });
    const pages = [guider, practitioner];
    let faults: string[] = [];
    try {
      await guider.goto(review.guider);
      await practitioner.goto(review.practitioner);
      for (const page of pages) {
        await gatherFaults(page);
        await page.evaluate(tapCalls, undefined);
      }
      await guider.press(call["call.join"]);
      await guider.press(call["call.join-both"]);
      await practitioner.press("Just me here: ask to come in");
      await guider.press("Let in Callum");

      for (const page of pages) {
        const by = mode === "p2p" ? "udp direct" : "udp router";
        await expectComing(page, `1 voices, 1 faces by ${by}$`);
      }
      faults = (await Promise.all(pages.map(readFaults))).flat();
    } finally {
      await Promise.all(pages.map((page) => page.close()));
      await review.stop();
    }
    expect(faults).toEqual([]);
  });
}
