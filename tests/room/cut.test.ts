import { expect, test } from "@playwright/test";
import type { CutterWindow } from "#tests/helpers/cutter-page.ts";
import { bystander } from "#tests/helpers/film-picture.mjs";
import { unusableFilms } from "#tests/helpers/films.ts";
import type { UnusableFilm } from "#tests/helpers/films.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { filmAddress, openBuiltPage, openCuttingPage } from "#tests/trials/cut-page-host.ts";
import type { CuttingPage } from "#tests/trials/cut-page-host.ts";
import { drawCut, filmsInTurn, runCut } from "#tests/trials/cut-rounds.ts";

const plan = { stretch: { startMs: 2_010, endMs: 3_500 }, covers: [], silences: [] };
/** In the part of a film that a broken copy lacks. */
const latePlan = { ...plan, stretch: { startMs: 4_600, endMs: 5_800 } };
/** Whose pictures are whole where this plan cuts, whatever their headers tell. */
const cutAllTheSame: readonly string[] = ["a lying length"];

test("[CP15] [CP16] [CP17] [F3.4] [F2.3] [N9] [A17] whatever film it is cut from, a clip holds its stretch and nothing else", async ({
  page,
}) => {
  const cutting = await openCuttingPage(page);
  const random = seededRandom(5);

  const findings = [];
  for (const film of [...filmsInTurn, ...filmsInTurn]) {
    const round = drawCut(film, random);
    findings.push({ ...(await runCut(cutting, round)), film, round });
  }
  await cutting.close();

  const soundOffMs = Math.max(...findings.map((found) => found.soundOffMs));
  tellMeasured(
    `${findings.length} cuts; sound at most ${soundOffMs.toFixed(1)} ms off its picture`,
  );
  expect(findings.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(new Set(findings.map(({ round }) => round.plan.covers[0]?.look))).toEqual(
    new Set([undefined, "pixelated", "filled"]),
  );
  expect(findings.some(({ round }) => round.plan.silences.length > 0)).toBe(true);
});

const describeEnd = (cut: Awaited<ReturnType<CuttingPage["cut"]>>) =>
  cut.ok ? "cut" : `${cut.reason}${cut.atMs === null ? "" : " there"}`;

test("[CP23] what cannot be cut is refused, whatever it is, and asks nobody for anything", async ({
  page,
}) => {
  const cutting = await openCuttingPage(page);
  const films = Object.keys(unusableFilms) as UnusableFilm[]; // its own keys

  const ended: Record<string, string> = {};
  for (const film of films.filter((name) => !cutAllTheSame.includes(name))) {
    const cut = await cutting.cut(film, film === "truncated" ? latePlan : plan, bystander);
    ended[film] = describeEnd(cut);
  }
  const onePicture = { ...plan, stretch: { startMs: 2_010, endMs: 2_020 } };
  ended["one picture of a film"] = describeEnd(await cutting.cut("bFrames", onePicture, bystander));
  const asked = [...cutting.asked];
  await cutting.close();

  expect(ended).toEqual({
    "zero bytes": "film-unreadable",
    "a text renamed": "film-unreadable",
    "sound only": "film-unreadable",
    "one frame": "nothing-there",
    "16k x 16k": "film-undecodable there",
    encrypted: "film-unreadable",
    "a playlist": "film-unreadable",
    "a zip": "film-unreadable",
    "an SVG": "film-unreadable",
    truncated: "film-undecodable there",
    "cut off before its tables": "film-unreadable",
    HEVC: "film-undecodable",
    "one picture of a film": "one-picture",
  });
  expect(asked.filter((url) => !/^\/(page|assets\/page\.js|film\/|favicon)/.test(url))).toEqual([]);
});

test("[CP24] a clip is cut in a thread of its own, tells how far it is, can be stopped, and outlives a reload", async ({
  page,
}) => {
  const built = await openBuiltPage(page, "tests/helpers/cutter-page.ts");
  const isReady = () => page.waitForFunction(() => "keptBytes" in globalThis);
  const cut = (stopAt: number) =>
    page.evaluate(
      ([film, asked, stop]) => (globalThis as CutterWindow).cutInWorker?.(film, asked, stop),
      [filmAddress("phone"), plan, stopAt] as const,
    );
  const kept = () => page.evaluate(() => (globalThis as CutterWindow).keptBytes?.("clip.mp4"));
  await isReady();

  const stopped = await cut(0.3);
  const afterStop = await kept();
  const whole = await cut(2);
  const preview = await page.evaluate(
    ([film, asked]) => (globalThis as CutterWindow).previewSize?.(film, asked, 2_500),
    [filmAddress("phone"), plan] as const,
  );
  await page.reload();
  await isReady();
  const afterReload = await kept();
  await page.evaluate(() => (globalThis as CutterWindow).removeKept?.("clip.mp4"));
  const afterRemoval = await kept();
  await built.close();

  expect(stopped?.ended).toBe("stopped");
  expect(afterStop).toBeNull();
  expect(whole?.ended).toBe("cut");
  expect(whole?.told).toEqual(whole?.told.toSorted((a, b) => a - b));
  expect(whole?.told.at(-1)).toBe(1);
  expect(preview).toEqual([320, 180]);
  expect(afterReload).toBe(whole?.bytes);
  expect(afterRemoval).toBeNull();
});
