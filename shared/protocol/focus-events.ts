import { z } from "zod";
import { goalPlaces } from "#shared/domain/goals.ts";
import { commandIdSchema, goalIdSchema } from "#shared/domain/ids.ts";
import { goalSchema, ratingSchema } from "#shared/domain/journey.ts";
import { ask } from "./events.ts";

/** The goals' numbers as a room knows them; their words stand on the board. */
export const roomGoalsSchema = z.strictObject({
  /** The cycle of this review: "now" is where a goal stands after it. */
  cycleNumber: z.int().positive(),
  /** In their order. */
  goals: z.array(goalSchema.omit({ text: true, outcome: true })),
});
export type RoomGoals = z.infer<typeof roomGoalsSchema>;

/** What either of the two may ask about the goals in the room. Rewording is writing on the board. */
export const focusAsks = {
  /** One goal more, with its first words; at most three. */
  "goal:add": ask({
    action: "goal:change",
    schema: z.strictObject({ commandId: commandIdSchema, text: goalSchema.shape.text }),
    answer: z.strictObject({ goalId: goalIdSchema }),
  }),
  /** Takes a goal away; one that has gone already is gone. */
  "goal:remove": ask({
    action: "goal:change",
    schema: z.strictObject({ commandId: commandIdSchema, goalId: goalIdSchema }),
    answer: null,
  }),
  /** A place on the line from 0 to 10; null: not said. */
  "goal:place": ask({
    action: "goal:change",
    schema: z.strictObject({
      goalId: goalIdSchema,
      place: z.enum(goalPlaces),
      value: ratingSchema,
    }),
    answer: null,
  }),
} as const;

/** Told to everybody in the room, and to whoever comes in. */
export const focusTells = { "goals:changed": roomGoalsSchema } as const;
