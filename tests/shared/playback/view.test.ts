import fc from "fast-check";
import { expect, it } from "vitest";
import {
  clampView,
  mostZoom,
  panView,
  pictureAt,
  stageAt,
  viewSchema,
  wholeView,
  zoomView,
} from "#shared/playback/view.ts";

const part = () => fc.double({ min: 0, max: 1, noNaN: true });
const point = () => fc.record({ x: part(), y: part() });
const anyView = () =>
  fc.record({ zoom: fc.double({ min: 0.1, max: 9, noNaN: true }), centre: point() });
const someView = () => anyView().map(clampView);
const stray = fc.record({
  x: fc.double({ min: -2, max: 2, noNaN: true }),
  y: fc.double({ min: -2, max: 2, noNaN: true }),
});

/** The edges of the picture on the stage; beyond 0 and 1 when nothing beside it shows. */
function expectNothingBeside(view: Parameters<typeof stageAt>[0]) {
  const [first, last] = [stageAt(view, { x: 0, y: 0 }), stageAt(view, { x: 1, y: 1 })];
  for (const edge of [first.x, first.y]) expect(edge).toBeLessThanOrEqual(1e-9);
  for (const edge of [last.x, last.y]) expect(edge).toBeGreaterThanOrEqual(1 - 1e-9);
  expect(viewSchema.safeParse(view).success).toBe(true);
}

it("[PB46] [F4.4] shows nothing beside the picture, however one zooms and moves", () => {
  fc.assert(
    fc.property(
      someView(),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      point(),
      stray,
      (view, factor, around, by) => {
        expectNothingBeside(view);
        expectNothingBeside(zoomView(view, factor, around));
        expectNothingBeside(panView(view, by));
      },
    ),
  );
});

it("[PB46] comes closer around a place, which stays where it is", () => {
  const closer = fc.double({ min: 1, max: 3, noNaN: true });
  fc.assert(
    fc.property(someView(), closer, point(), (view, factor, onStage) => {
      const around = pictureAt(view, onStage);
      const after = stageAt(zoomView(view, factor, around), around);

      expect(after.x).toBeCloseTo(onStage.x, 6);
      expect(after.y).toBeCloseTo(onStage.y, 6);
    }),
  );
});

it("[PB46] finds the same place from the stage and back", () => {
  fc.assert(
    fc.property(someView(), point(), (view, onStage) => {
      const back = stageAt(view, pictureAt(view, onStage));

      expect(back.x).toBeCloseTo(onStage.x, 6);
      expect(back.y).toBeCloseTo(onStage.y, 6);
    }),
  );
});

it("[PB46] ends at the whole picture and at the closest there is", () => {
  expect(zoomView(zoomView(wholeView, 3, { x: 0.1, y: 0.9 }), 0.01)).toEqual(wholeView);
  expect(zoomView(wholeView, 100).zoom).toBe(mostZoom);
});
