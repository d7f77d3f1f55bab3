import { expect, test } from "@playwright/test";
import { needs } from "#tests/helpers/engines/needs-engines.ts";
import { openEnginePage } from "#tests/helpers/engines/open-engine-page.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { openCuttingPage } from "#tests/trials/cut-page-host.ts";
import { drawCut, runCut } from "#tests/trials/cut-rounds.ts";

test("[CP92] [F2.3] in Firefox, whose encoder turns pictures round, a clip holds its stretch and nothing else", async () => {
  needs(["Firefox"]);
  const page = await openEnginePage("Firefox");
  try {
    const cutting = await openCuttingPage(page);

    const found = await runCut(cutting, drawCut("phone", seededRandom(7)));
    await cutting.close();

    expect(found.faults).toEqual([]);
    expect(found.pictures).toBeGreaterThan(1);
  } finally {
    await page.close();
  }
});
