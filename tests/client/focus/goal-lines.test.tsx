import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { GoalLines } from "#client/ui/GoalLines.tsx";
import { newId } from "#tests/helpers/build-records.ts";

const goal = {
  goalId: newId.goal(),
  text: "I wait a little longer",
  baseline: 2,
  hopedFor: 7,
  ratings: [
    { cycleNumber: 1, value: 3 },
    { cycleNumber: 3, value: 6 },
  ],
};

it("[JN10] a goal's line shows where it began, each cycle and the hope, and says the same in a table", () => {
  const page = renderToStaticMarkup(<GoalLines goals={[goal]} />);

  expect(page).toContain('aria-label="I wait a little longer: from 0 to 10 over the cycles"');
  expect(page.match(/<circle/g)).toHaveLength(3);
  const cells = [...page.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell);
  expect(cells).toEqual(["2", "3", "Not said", "6", "7"]);
});

it("[JN10] places from 0 to 10 lie inside the picture, in their order from the foot to the top", () => {
  const [lowest = 0, highest = 0] = [0, 10].map((baseline) => {
    const page = renderToStaticMarkup(<GoalLines goals={[{ ...goal, baseline, ratings: [] }]} />);
    return Number(/cy="([\d.]+)"/.exec(page)?.[1]);
  });

  expect(highest).toBeGreaterThan(0);
  expect(lowest).toBeGreaterThan(highest);
  expect(lowest).toBeLessThan(132);
});
