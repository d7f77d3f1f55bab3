import { expect, it } from "vitest";
import {
  labelsToChoose,
  namedLabels,
  namesFamily,
  toggleFamily,
  toggleLabel,
} from "#client/features/board/principles.ts";
import { boardLimits } from "#shared/board/board-doc.ts";
import { defaultFramework, withFamilies } from "#shared/board/framework.ts";

const kindVoice = "encouraging.kind-voice";

it("[A19] names a family in one step, and takes it away with its behaviours in another", () => {
  const named = toggleFamily(["guiding"], "encouraging");

  expect(named).toEqual(["guiding", "encouraging"]);
  expect(toggleFamily([...named, kindVoice], "encouraging")).toEqual(["guiding"]);
});

it("names a family by one of its behaviours, and keeps it when the behaviour goes", () => {
  const named = toggleLabel(["guiding"], kindVoice);

  expect(namesFamily(named, "encouraging")).toBe(true);
  expect(toggleLabel(named, kindVoice)).toEqual(["guiding", "encouraging"]);
  expect(toggleLabel(["encouraging", kindVoice], kindVoice)).toEqual(["encouraging"]);
});

it("keeps ids it does not know, and never names more than a card may hold", () => {
  const full = Array.from({ length: boardLimits.principles }, (_, n) => `theirs-${n}`);

  expect(toggleFamily(["theirs"], "guiding")).toEqual(["theirs", "guiding"]);
  expect(toggleFamily(full, "guiding")).toEqual(full);
  expect(toggleLabel(full, kindVoice)).toEqual(full);
});

it("[BD60] still reads and offers a behaviour that was let go of, where the card names it", () => {
  const without = withFamilies(
    defaultFramework,
    defaultFramework.families.map((family) => ({
      ...family,
      labels: family.labels.filter(({ id }) => id !== kindVoice),
    })),
  );

  expect(namedLabels(without, "encouraging", [kindVoice])).toEqual([
    { id: kindVoice, text: "kind voice" },
  ]);
  const ids = (named: string[]) =>
    labelsToChoose(without, "encouraging", named).map(({ id }) => id);
  expect(ids([kindVoice])).toContain(kindVoice);
  expect(ids([])).not.toContain(kindVoice);
});
