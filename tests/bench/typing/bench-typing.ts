import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { passTime } from "#tests/bench/sync/actions.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { keepResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";
import { figures } from "#tests/bench/sync/statistics.ts";
import { spreadOf } from "#tests/bench/sync/summary.ts";
import { atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Row } from "#tests/bench/sync/verdicts.ts";
import { numberedClips } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { leave, meetInRoom } from "#tests/helpers/people.ts";
import { letterTimes } from "./letter-times.ts";
import { layBareField, watchField } from "./page-typist.ts";
import type { TypistWindow } from "./page-typist.ts";

// `npm run bench:typing`: from a key to its painted letter, on the writer's screen and on the other's.

const oneWayMs = 25;
/** As quick typists do it; never in step with the frames of a screen. */
const letterEveryMs = { from: 90, to: 150 };
const sharedField = "textarea[data-path$='/initiative']";

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const letters = options.quick ? 20 : 300;
    const calm = new CalmLog();
    await calm.check("before");
    const { nadia, callum, close } = await openRoom();

    await nadia.evaluate(layBareField, "bare");
    await nadia.evaluate(watchField, "#bare");
    const bare = await typeLetters(nadia, letters);
    await expect(nadia.locator("#bare")).toHaveValue("a".repeat(letters));
    const floorMs = letterTimes(bare, await notesOf(nadia));
    await nadia.evaluate(() => document.querySelector("#bare")?.remove());
    note("the bare field is done");

    await nadia.locator(sharedField).click();
    await nadia.evaluate(watchField, sharedField);
    await callum.evaluate(watchField, sharedField);
    const shared = await typeLetters(nadia, letters);
    await expect(callum.locator(sharedField)).toHaveValue("a".repeat(letters));
    const writer = await notesOf(nadia);
    const ownMs = letterTimes(shared, writer);
    const otherMs = letterTimes(shared, { ...(await notesOf(callum)), keysAtMs: writer.keysAtMs });
    await close();
    await calm.check("after");

    keepResults("typing", { floorMs, ownMs, otherMs, calm: calm.lines });
    const report = `${calm.lines.join("\n\n")}\n\n${letters} letters, ${oneWayMs} ms one way on each line.\n\n${verdictTable(rowsOf({ floorMs, ownMs, otherMs }, calm.wasCalm))}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:typing", report);
  });

/** Guider and practitioner at the first question of a held moment, each behind a delayed line. */
async function openRoom() {
  const demo = await startDemoReview([numberedClips.silent]);
  const lines = [await startFaultProxy(demo.port), await startFaultProxy(demo.port)] as const;
  for (const line of lines) for (const way of [line.up, line.down]) way.delayMs = oneWayMs;
  const people = await meetInRoom(demo, { guider: lines[0], practitioner: lines[1] });
  const close = atTheEnd(async () => {
    await leave(people.nadia, people.callum);
    await Promise.all(lines.map((line) => line.close()));
    await demo.stop();
  });
  const [nadia, callum] = [people.nadia.page, people.callum.page];
  await nadia.getByRole("button", { name: "Hold this moment" }).click();
  await expect(nadia.locator(sharedField)).toBeFocused({ timeout: 15_000 }); // who holds is put into it
  await callum.locator(sharedField).waitFor();
  return { nadia, callum, close };
}

/** Types so many letters into whatever has the focus; answers how many. */
async function typeLetters(page: Page, letters: number): Promise<number> {
  for (let n = 0; n < letters; n += 1) {
    await page.keyboard.press("a");
    const { from, to } = letterEveryMs;
    await passTime(from + Math.random() * (to - from));
  }
  return letters;
}

async function notesOf(page: Page) {
  const notes = await page.evaluate(() => (window as TypistWindow).fieldNotes);
  if (notes === undefined) throw new Error("nothing was watched here");
  return notes;
}

type Times = Readonly<Record<"floorMs" | "ownMs" | "otherMs", readonly number[]>>;

function rowsOf({ floorMs, ownMs, otherMs }: Times, wasCalm: boolean): Row[] {
  const row = (quantity: string, tookMs: readonly number[], limitMs: number): Row => {
    const { p50, p95, max } = spreadOf(tookMs);
    return {
      quantity,
      found: `${figures(p50, p95, max)} ms`,
      target: `p95 <= ${limitMs} ms`,
      verdict: judge([atMost(p95, limitMs)], wasCalm),
    };
  };
  return [
    row("key -> painted letter in a bare field (floor), p50 / p95 / max", floorMs, 16),
    row("key -> painted letter in the shared field, p50 / p95 / max", ownMs, 16),
    row("key -> painted letter on the other's screen, p50 / p95 / max", otherMs, 100),
  ];
}
