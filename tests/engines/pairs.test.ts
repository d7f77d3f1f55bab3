import { expect, test } from "@playwright/test";
import { meetIn } from "#tests/helpers/engines/engine-pair.ts";
import type { EnginePair } from "#tests/helpers/engines/engine-pair.ts";
import { until } from "#tests/helpers/engines/engine-page.ts";
import type { EngineName, EnginePage } from "#tests/helpers/engines/engine-page.ts";
import { needs } from "#tests/helpers/engines/needs-engines.ts";
import { lookAt, readScreen } from "#tests/helpers/engines/room-sight.ts";
import { rounds, tellMeasured } from "#tests/helpers/watched-review.ts";

/** Guider and practitioner: each engine is each of them once. */
const pairs: readonly (readonly [EngineName, EngineName])[] = [
  ["Chromium", "Firefox"],
  ["Firefox", "WebKit"],
  ["WebKit", "Chromium"],
];

test.setTimeout(240_000);

for (const engines of pairs) {
  test(`[PB61] a guider in ${engines[0]} and a practitioner in ${engines[1]} pause, step and move on the same frame`, async () => {
    needs(engines);
    const pair = await meetIn(engines);
    let faults: readonly string[] = [];
    try {
      const seen: string[] = [];
      for (let round = 0; round < rounds(4, 20); round += 1) {
        const presser = round % 2 === 0 ? pair.guider : pair.practitioner;
        seen.push(await pauseSomewhere(pair, presser));
      }
      seen.push(await moveBy(pair, pair.guider, "Back 2 seconds", null));
      seen.push(await moveBy(pair, pair.practitioner, "One frame forward", 1));
      seen.push(await moveBy(pair, pair.practitioner, "Forward 2 seconds", null));
      seen.push(await moveBy(pair, pair.guider, "One frame back", -1));
      tellMeasured(`${engines.join(" with ")}: ${seen.join(", ")}`);
    } finally {
      faults = await pair.end();
    }
    expect(faults).toEqual([]);
  });
}

/** Plays, pauses at a random moment, and expects one picture on both screens once both say so. */
async function pauseSomewhere(pair: EnginePair, presser: EnginePage): Promise<string> {
  const before = await lookAt(presser);
  const from = before.picture ?? 0;
  if (from > 60) {
    await presser.press("Back 2 seconds");
    await pair.bothAtRest(before.revision);
    return pauseSomewhere(pair, presser);
  }
  const least = from + 3 + Math.floor(Math.random() * 50);

  await presser.press("Play together");
  await until(`frame ${least} in ${presser.engine}`, async () =>
    ((await lookAt(presser)).picture ?? 0) >= least ? true : null,
  );
  await presser.press("Pause together");

  return `${presser.engine} ${await samePicture(pair, before.revision + 1)}`;
}

/** Presses a button at rest, and expects both pictures to have gone the same way. */
async function moveBy(
  pair: EnginePair,
  presser: EnginePage,
  button: string,
  frames: number | null,
): Promise<string> {
  const before = await lookAt(presser);

  await presser.press(button);

  const frame = await samePicture(pair, before.revision);
  expect(frame).not.toBe(before.picture);
  if (frames !== null) expect(frame).toBe((before.picture ?? NaN) + frames);
  return `${presser.engine} ${button} ${frame}`;
}

/** The frame both see once both say they see the same. */
async function samePicture(pair: EnginePair, afterRevision: number): Promise<number> {
  const frame = await bothSee(pair, afterRevision);
  for (const page of [pair.guider, pair.practitioner]) {
    // After a seek at rest WebKitGTK now and then paints no picture at all, in a bare page too.
    if (page.engine !== "WebKit") expect(await readScreen(page)).toBe(frame);
  }
  return frame;
}

/**
 * WebKitGTK now and then plays on for a few frames although it is paused. Then its page has to take its
 * word back at once, as for any picture that moves behind its back, and puts it right.
 */
async function bothSee(pair: EnginePair, afterRevision: number): Promise<number> {
  const [guider, practitioner] = await pair.bothAtRest(afterRevision);
  const pages = [pair.guider, pair.practitioner];
  const restless = pages.find(({ engine }) => engine === "WebKit");
  if (guider.picture === practitioner.picture || restless === undefined) {
    expect(practitioner.picture).toBe(guider.picture);
    return guider.picture ?? NaN;
  }
  const frame = restless === pair.guider ? practitioner.picture : guider.picture;
  const isHonest = async () => {
    const sight = await lookAt(restless);
    return !sight.saysSameFrame || sight.picture === frame;
  };
  await expect.poll(isHonest, { timeout: 500, intervals: [20] }).toBe(true);
  return bothSee(pair, afterRevision);
}
