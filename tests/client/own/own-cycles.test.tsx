import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OwnCycleList } from "#client/features/own/OwnCycles.tsx";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { OwnCycle, OwnMoment } from "#shared/protocol/own-routes.ts";
import { newId } from "#tests/helpers/build-records.ts";

const buildCycle = (changes: Partial<OwnCycle>): OwnCycle => ({
  number: 1,
  aims: [],
  moments: [],
  notes: [],
  ...changes,
});
const moment: OwnMoment = {
  reviewId: newId.review(),
  observationId: observationIdSchema.parse(randomUUID()),
  clipTitle: "Two bowls",
  positionMs: 12_300,
  words: ["I waited.", "He looked up."],
  hasStill: true,
};
const show = (...cycles: OwnCycle[]) => renderToStaticMarkup(<OwnCycleList cycles={cycles} />);

it("[JN34] shows only cycles in which there is something, and says so when there is nothing", () => {
  const aim = { text: "Wait with my hand open", whereWhen: "at snack", howDidItGo: "three times" };
  const html = show(buildCycle({ number: 1 }), buildCycle({ number: 2, aims: [aim] }));

  expect(html).not.toContain("Cycle 1");
  expect(html).toContain("Cycle 2");
  expect(html).toContain("Where and when: at snack");
  expect(html).toContain("How it went: three times");
  expect(show(buildCycle({}))).toContain("Nothing yet.");
});

it("[JN34] notes stand apart from what others have, under words that say whose they are", () => {
  const html = show(buildCycle({ notes: ["It was me who was tired"] }));

  expect(html).toMatch(/Notes only you can read<\/h4><ul[^>]*><li>It was me who was tired<\/li>/);
  expect(html).not.toContain("Moments I pinned");
});

it("[JN39] a pinned moment stands by its clip and time in its words, its picture not before it is switched on", () => {
  const html = show(buildCycle({ moments: [moment] }));

  expect(html).toContain("Two bowls");
  expect(html).toContain("0:12");
  expect(html).toContain("I waited.");
  expect(html).toContain("Show the pictures of these moments");
  expect(html).not.toContain("<img");
  const without = show(buildCycle({ moments: [{ ...moment, hasStill: false }] }));
  expect(without).not.toContain("Show the pictures");
});

it("[JN39] a moment of a clip that is gone keeps its words", () => {
  const gone = { ...moment, clipTitle: "", positionMs: null, hasStill: false };

  expect(show(buildCycle({ moments: [gone] }))).toMatch(
    /A moment of a clip that is not kept any more.*I waited\./,
  );
});
