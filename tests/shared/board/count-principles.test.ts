import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { countPerCycle, countPrinciples } from "#shared/board/count-principles.ts";
import { familyIds } from "#shared/board/framework.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const countsSchema = z.record(z.string(), z.record(z.string(), z.int()));
const golden = z
  .object({
    moments: z.array(z.object({ cycleNumber: z.int(), principleIds: z.array(z.string()) })),
    counts: countsSchema,
    labels: countsSchema,
  })
  .parse(
    JSON.parse(readFileSync(join(projectRoot, "tests/shared/board/principle-counts.json"), "utf8")),
  );

it("[BD62] [A19] counts the moments of each cycle as the golden file has them", () => {
  const cycles = countPerCycle(golden.moments.toReversed());

  const counts = cycles.map(({ cycleNumber, families }) => [
    String(cycleNumber),
    Object.fromEntries(families.map(({ familyId, moments }) => [familyId, moments])),
  ]);
  const labels = cycles.map(({ cycleNumber, families }) => [
    String(cycleNumber),
    Object.assign({}, ...families.map((one) => one.labels)) as Record<string, number>,
  ]);
  expect(Object.fromEntries(counts)).toEqual(golden.counts);
  expect(Object.fromEntries(labels)).toEqual(golden.labels);
  expect(cycles.map(({ cycleNumber }) => cycleNumber)).toEqual([1, 2, 3]);
});

it("[BD62] has every family, also of a board without a moment", () => {
  const counts = countPrinciples([]);

  expect(counts.map(({ familyId }) => familyId)).toEqual(familyIds);
  expect(counts.every(({ moments }) => moments === 0)).toBe(true);
});
