import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { deficitSentences } from "#shared/board/nudge.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { domainDeficits, domainStrengths, scenarioWords } from "./domain-sentences.ts";

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(projectRoot, path), "utf8"));
const isFlagged = (words: string) => deficitSentences(words).length > 0;

it("[BS38] [F4.9] [N4] every sentence of a deficit in DOMAIN.md is noticed", () => {
  expect(domainDeficits.filter((words) => !isFlagged(words))).toEqual([]);
});

it("[BS38] [F4.9] [N4] no sentence of a strength in DOMAIN.md is", () => {
  expect(domainStrengths.filter(isFlagged)).toEqual([]);
});

it("[BS38] nothing of what both scenarios write is taken for a deficit", () => {
  expect(scenarioWords.filter(isFlagged)).toEqual([]);
});

it("[BS38] tells the sentences it was made with apart", async () => {
  const { deficits, strengths } = z
    .object({ deficits: z.array(z.string()).min(60), strengths: z.array(z.string()).min(60) })
    .parse(await readJson("tests/shared/board/nudge-sentences.json"));

  expect(deficits.filter((words) => !isFlagged(words))).toEqual([]);
  expect(strengths.filter(isFlagged)).toEqual([]);
});

it("[BS38] [F4.9] [N4] holds against two hundred sentences that were kept before the list was begun", async () => {
  const hundred = z.array(z.string()).length(100);
  const sentencesIn = async (name: string) =>
    hundred.parse(await readJson(`tests/corpora/${name}`));

  const noticed = (await sentencesIn("deficit.json")).filter(isFlagged).length;
  const falseAlarms = (await sentencesIn("positive.json")).filter(isFlagged).length;

  tellMeasured(`nudge: ${noticed} of 100 deficits noticed, ${falseAlarms} of 100 strengths`);
  // Only the sums are looked at: a list that has seen the sentences proves nothing.
  expect(noticed >= 90).toBe(true);
  expect(falseAlarms <= 5).toBe(true);
});

it("[BS38] names the very sentence, whatever marks and apostrophes it has", () => {
  const words = "He smiled! I didn\u2019t give him enough time.\nThen we laughed";

  expect(deficitSentences(words)).toEqual(["I didn\u2019t give him enough time."]);
});

it("[BS38] finds nothing in nothing, and is quick with a full field", () => {
  const full = "I waited and she looked back at me, and not too much was said. ".repeat(62);

  const startedAtMs = performance.now();
  const found = deficitSentences(full);

  expect(deficitSentences("")).toEqual([]);
  expect(found).toEqual([]);
  expect(performance.now() - startedAtMs).toBeLessThan(500);
});
