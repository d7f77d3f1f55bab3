import type { Page } from "@playwright/test";
import { benchClip } from "#tests/bench/sync/bench-clips.ts";
import { openOurs } from "#tests/bench/sync/contenders.ts";
import { runCycles } from "#tests/bench/sync/cycles.ts";
import type { CycleFigures } from "#tests/bench/sync/measure-cycle.ts";
import { note } from "#tests/bench/sync/progress.ts";
import { summarise } from "#tests/bench/sync/summary.ts";
import type { Summary } from "#tests/bench/sync/summary.ts";
import { leaveCall, joinCall } from "#tests/helpers/call-people.ts";
import { expectComing } from "#tests/helpers/call-sight.ts";
import { tapCalls } from "#tests/helpers/call-tap.ts";
import { microphoneOf } from "#tests/helpers/call-voices.ts";

/** How the film kept together, in the same two pages, with nobody in the call and with both talking. */
export interface FilmFound {
  readonly quiet: Summary;
  readonly talking: Summary;
}

const playMs = { from: 3_500, to: 4_500 };
const mostMs = 15 * 60_000;

/** So many blocks of cycles without and with a call, in turn. */
export async function measureFilm(blocks: number, cycles: number): Promise<FilmFound> {
  const ours = await openOurs([await benchClip("silent")], "L", {
    settings: { CALL_MODE: "auto" },
    browserArguments: [
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      microphoneOf("talk"),
    ],
    inPage: tapCalls,
  });
  const pages = ours.sides.map(({ page }) => page);
  const found: Record<keyof FilmFound, CycleFigures[]> = { quiet: [], talking: [] };
  const plan = { cycles, playMs, random: Math.random, endAtMs: performance.now() + mostMs };
  for (let block = 0; block < blocks * 2; block += 1) {
    const which = block % 2 === 0 ? "quiet" : "talking";
    for (const page of pages) await (which === "quiet" ? leaveCall(page) : joinCall(page));
    await expectEverywhere(pages, which === "quiet" ? 0 : 1);
    note(`cycles while ${which}`);
    found[which].push(...(await runCycles(ours, plan)));
  }
  await ours.close();
  return { quiet: summarise(found.quiet), talking: summarise(found.talking) };
}

async function expectEverywhere(pages: readonly Page[], others: number): Promise<void> {
  for (const page of pages) await expectComing(page, `${others} voices, ${others} faces`);
}
