import { z } from "zod";

/**
 * The part of the picture both look at. Points are fractions of the film's own picture, from its left
 * and its top, so that they mean the same on every screen.
 */
export const pointSchema = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
/** A place in the film's picture, 0-1 from its left and its top. */
export type Point = z.infer<typeof pointSchema>;

/** How close one can go. */
export const mostZoom = 4;

/** `zoom` times as large, with `centre` in the middle of the stage. */
export const viewSchema = z.strictObject({
  zoom: z.number().min(1).max(mostZoom),
  centre: pointSchema,
});
/** What part of the picture is shown, and how large. */
export type View = z.infer<typeof viewSchema>;

/** The whole picture. */
export const wholeView: View = { zoom: 1, centre: { x: 0.5, y: 0.5 } };

/** The nearest view that shows nothing beside the picture. */
export function clampView({ zoom, centre }: View): View {
  const bounded = Math.max(1, Math.min(mostZoom, zoom));
  const margin = 0.5 / bounded;
  const within = (at: number) => Math.max(margin, Math.min(1 - margin, at));
  return { zoom: bounded, centre: { x: within(centre.x), y: within(centre.y) } };
}

/** Closer or further by `factor`, with `around` staying where it is on the stage. */
export function zoomView(view: View, factor: number, around: Point = view.centre): View {
  const zoom = Math.max(1, Math.min(mostZoom, view.zoom * factor));
  const stay = (centre: number, at: number) => at + ((centre - at) * view.zoom) / zoom;
  return clampView({
    zoom,
    centre: { x: stay(view.centre.x, around.x), y: stay(view.centre.y, around.y) },
  });
}

/** Moved by fractions of the stage: a drag to the right brings what lies left. */
export function panView(view: View, byStage: { readonly x: number; readonly y: number }): View {
  const { zoom, centre } = view;
  return clampView({
    zoom,
    centre: { x: centre.x - byStage.x / zoom, y: centre.y - byStage.y / zoom },
  });
}

/** The place in the picture that lies at a place on the stage (both 0-1); outside, the nearest edge. */
export function pictureAt(view: View, stage: Point): Point {
  const through = (centre: number, at: number) =>
    Math.max(0, Math.min(1, centre + (at - 0.5) / view.zoom));
  return { x: through(view.centre.x, stage.x), y: through(view.centre.y, stage.y) };
}

/** Where on the stage a place in the picture lies; beyond 0-1 when it is out of sight. */
export function stageAt(view: View, picture: Point): { readonly x: number; readonly y: number } {
  const through = (centre: number, at: number) => 0.5 + (at - centre) * view.zoom;
  return { x: through(view.centre.x, picture.x), y: through(view.centre.y, picture.y) };
}
