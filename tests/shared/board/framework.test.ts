import { describe, expect, it } from "vitest";
import {
  defaultFramework,
  familiesSchema,
  familyIds,
  familyOf,
  frameworkSchema,
  labelTextOf,
  labelsOf,
  newLabelId,
  withFamilies,
} from "#shared/board/framework.ts";
import type { Families } from "#shared/board/framework.ts";
import { deficitWordsIn } from "#tests/architecture/deficit-words.ts";

const changed = (change: (labels: Families[number]["labels"]) => Families[number]["labels"]) =>
  defaultFramework.families.map((family) =>
    family.familyId === "receiving" ? { ...family, labels: change(family.labels) } : family,
  );

describe("the framework an organisation begins with", () => {
  it("has the six families with words of ours, none of them a deficit's", () => {
    expect(frameworkSchema.parse(defaultFramework)).toEqual(defaultFramework);
    expect(defaultFramework.families.map(({ familyId }) => familyId)).toEqual(familyIds);
    for (const { text } of labelsOf(defaultFramework.families)) {
      expect(deficitWordsIn(text)).toEqual([]);
    }
  });

  it("gives each label an id the board takes, in its own family", () => {
    for (const { familyId, labels } of defaultFramework.families) {
      for (const { id } of labels) {
        expect(id).toMatch(/^[A-Za-z0-9_.-]{1,60}$/);
        expect(familyOf(id)).toBe(familyId);
      }
    }
  });
});

describe("changing the words", () => {
  it("[BD60] [A19] keeps a label that was taken away readable where an old board names it", () => {
    const [first] = defaultFramework.families[2]?.labels ?? [];
    const after = withFamilies(
      defaultFramework,
      changed((labels) => labels.slice(1)),
    );

    expect(labelsOf(after.families)).not.toContainEqual(first);
    expect(after.removed).toEqual([first]);
    expect(labelTextOf(after, first?.id ?? "")).toBe(first?.text);
  });

  it("[BD60] keeps a label's id when its words are changed, so that every board reads the new ones", () => {
    const after = withFamilies(
      defaultFramework,
      changed((labels) => labels.map((label, n) => (n === 0 ? { ...label, text: "nods" } : label))),
    );

    expect(labelTextOf(after, labelsOf(defaultFramework.families)[10]?.id ?? "")).toBe("nods");
    expect(after.removed).toEqual([]);
  });

  it("takes a label back from those that went when it comes again", () => {
    const without = withFamilies(
      defaultFramework,
      changed((labels) => labels.slice(1)),
    );

    const again = withFamilies(without, defaultFramework.families);

    expect(again).toEqual(defaultFramework);
  });

  it.each([
    ["a family twice", (all: Families) => [...all.slice(0, 5), all[0]]],
    ["a family less", (all: Families) => all.slice(1)],
    ["another order", (all: Families) => all.toReversed()],
    ["an id twice", (all: Families) => twice(all)],
    ["a label under another family", (all: Families) => moved(all)],
  ])("[BD60] refuses families with %s", (_what, spoil) => {
    expect(familiesSchema.safeParse(spoil(defaultFramework.families)).success).toBe(false);
  });
});

const twice = (all: Families) =>
  all.map((family) => ({ ...family, labels: [...family.labels, ...family.labels.slice(0, 1)] }));
const moved = (all: Families) =>
  all.map((family, n) => ({ ...family, labels: all[(n + 1) % all.length]?.labels ?? [] }));

it.each([
  ["waits, and waits again!", "guiding.waits-and-waits-again"],
  ["Dweud “helô” yn ôl", "guiding.dweud-helo-yn-ol"],
  ["等待", "guiding.label"],
  ["!!!", "guiding.label"],
])("makes an id of %s", (text, id) => {
  expect(newLabelId("guiding", text, [])).toBe(id);
});

it("tells equal words apart, however long", () => {
  const long = "a very long way of saying something simple ".repeat(2);
  const first = newLabelId("guiding", long, []);
  const second = newLabelId("guiding", long, [first]);

  expect(second).not.toBe(first);
  expect(second.length).toBeLessThanOrEqual(60);
});
