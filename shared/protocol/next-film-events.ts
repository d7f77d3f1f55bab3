import { z } from "zod";
import { nextFilmSchema } from "#shared/domain/journey.ts";
import { ask } from "./events.ts";

/** What either may note in the room about the next film. */
export const nextFilmAsks = {
  /** Replaces what was noted of the next film. */
  "film:plan": ask({ action: "film:plan", schema: nextFilmSchema, answer: null }),
} as const;

/** What the room tells of it; also to whoever comes in later. */
export const nextFilmTells = { "film:planned": z.strictObject(nextFilmSchema.shape) } as const;
