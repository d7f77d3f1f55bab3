import { z } from "zod";
import { daySchema, plannedEndSchema } from "#shared/domain/journey.ts";
import { ask } from "./events.ts";

/** What either may note in the room about the journey's end. */
export const plannedEndAsks = {
  /** Replaces what was noted. A day that is past, or later than clips may be kept, is refused. */
  "end:plan": ask({ action: "end:plan", schema: plannedEndSchema, answer: null }),
} as const;

/** What was noted, and the latest day clips may be kept. */
export const plannedEndNewsSchema = z.strictObject({
  ...plannedEndSchema.shape,
  latest: daySchema,
});
export type PlannedEndNews = z.infer<typeof plannedEndNewsSchema>;

/** What the room tells of it; also to whoever comes in later. */
export const plannedEndTells = { "end:planned": plannedEndNewsSchema } as const;
