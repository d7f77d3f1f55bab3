import { expect, it } from "vitest";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { writeLegitimately } from "./legitimate-edits.ts";

it("[BD36] nothing that two people really write, draw, undo or bring back is refused", async () => {
  const found = await writeLegitimately(1_000, 11);

  tellMeasured(`${found.updates} updates of real editing, ${found.answers} after a time away`);
  expect(found.refusals).toEqual([]);
  expect(found.apart).toBe(0);
  expect(found.answers).toBeGreaterThan(2);
});
