import { expect, test } from "@playwright/test";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { openCuttingPage } from "#tests/trials/cut-page-host.ts";
import { drawCut, filmsInTurn, runCut } from "#tests/trials/cut-rounds.ts";

test("[CP15] [CP16] [F3.4] [F2.3] [N9] whatever film it is cut from, a clip holds its stretch and nothing else", async ({
  page,
}) => {
  const cutting = await openCuttingPage(page);
  const random = seededRandom(5);

  const findings = [];
  for (const film of [...filmsInTurn, ...filmsInTurn]) {
    const round = drawCut(film, random);
    findings.push({ ...(await runCut(cutting, round)), film, round });
  }
  cutting.close();

  const soundOffMs = Math.max(...findings.map((found) => found.soundOffMs));
  tellMeasured(
    `${findings.length} cuts; sound at most ${soundOffMs.toFixed(1)} ms off its picture`,
  );
  expect(findings.filter(({ faults }) => faults.length > 0)).toEqual([]);
});
