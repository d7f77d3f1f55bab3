import { expect, test } from "@playwright/test";
import { meetIn } from "#tests/helpers/engines/engine-pair.ts";
import type { EnginePair } from "#tests/helpers/engines/engine-pair.ts";
import { until } from "#tests/helpers/engines/engine-page.ts";
import type { EnginePage } from "#tests/helpers/engines/engine-page.ts";
import { needs } from "#tests/helpers/engines/needs-engines.ts";

const theirs = "He looked 🙂 and I waited. ";
const mine = "Then 👩‍👧 she hummed, café. ";

test.setTimeout(120_000);

test("[BS48] Chromium and Firefox type into one field at once: both end with the same words, each one's whole", async () => {
  needs(["Chromium", "Firefox"]);
  const pair = await meetIn(["Chromium", "Firefox"]);
  let faults: readonly string[] = [];
  try {
    await pair.guider.press("Hold this moment");
    await focusField(pair.guider);
    await focusField(pair.practitioner);

    await Promise.all([pair.guider.type(theirs), pair.practitioner.type(mine)]);

    const words = await sameWords(pair, theirs.length + mine.length);
    expect([theirs + mine, mine + theirs]).toContain(words);
  } finally {
    faults = await pair.end();
  }
  expect(faults).toEqual([]);
});

/** Goes into the first question of the moment that was just held, which is empty, as soon as it is there. */
const focusField = (page: EnginePage) =>
  until(`the first question in ${page.engine}`, () =>
    page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>(
        "textarea[data-path$='/initiative']",
      );
      if (field === null || field.value !== "") return null;
      field.focus();
      return document.activeElement === field ? true : null;
    }, null),
  );

const readField = (page: EnginePage) =>
  page.evaluate(
    () => document.querySelector<HTMLTextAreaElement>("textarea[data-path$='/initiative']")?.value,
    null,
  );

/** The words in both fields once they are the same and as long as both have typed. */
function sameWords({ guider, practitioner }: EnginePair, length: number): Promise<string> {
  return until(`${length} units of the same words on both screens`, async () => {
    const words = await readField(guider);
    const isSame = words === (await readField(practitioner));
    return isSame && words?.length === length ? words : null;
  });
}
