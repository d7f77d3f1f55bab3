import { z } from "zod";

/** Where a cover lies at one instant: fractions of the upright picture's width and height. */
export const coverPlaceSchema = z.strictObject({
  /** Film time. */
  atMs: z.number().nonnegative(),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0.01).max(1),
  height: z.number().min(0.01).max(1),
});
export type CoverPlace = z.infer<typeof coverPlaceSchema>;

/** Somebody or something that must not be seen: burned into the picture while it is cut, and between its places it glides. */
export const coverRegionSchema = z.strictObject({
  coverId: z.uuid(),
  shape: z.enum(["rectangle", "ellipse"]),
  look: z.enum(["pixelated", "filled"]),
  /** In the order of time; before the first and after the last it stays where they are. */
  places: z.array(coverPlaceSchema).min(1).max(200),
  /** Film time of the stretch it covers; null: the whole clip. */
  stretch: z
    .strictObject({ startMs: z.number().nonnegative(), endMs: z.number().positive() })
    .nullable(),
});
export type CoverRegion = z.infer<typeof coverRegionSchema>;

/** A stretch of film time, `endMs` not included. */
export const stretchSchema = z
  .strictObject({ startMs: z.number().nonnegative(), endMs: z.number().positive() })
  .refine(({ startMs, endMs }) => endMs > startMs, "ends before it starts");
export type Stretch = z.infer<typeof stretchSchema>;

/** What a clip is cut by: nothing of the film outside `stretch` may be in it. */
export const cutPlanSchema = z.strictObject({
  stretch: stretchSchema,
  covers: z.array(coverRegionSchema).max(12),
  /** Where nothing is to be heard. */
  silences: z.array(stretchSchema).max(20),
});
export type CutPlan = z.infer<typeof cutPlanSchema>;

/** What every clip is cut to. `keyFrameEachMs` keeps a step back instant. */
export const cutLimits = {
  shortSidePx: 720,
  longSidePx: 1_280,
  framesPerSecond: 30,
  bitsPerSecond: 2_500_000,
  soundBitsPerSecond: 128_000,
  keyFrameEachMs: 500,
} as const;
