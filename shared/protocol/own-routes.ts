import { z } from "zod";
import { observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { keptAimSchema } from "#shared/domain/journey.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import { heldSchema } from "./held-routes.ts";
import { pathIds, route } from "./http-route.ts";

/** A moment a practitioner pinned as theirs, of a board that was signed or whose review has ended. */
export const ownMomentSchema = z.strictObject({
  reviewId: reviewIdSchema,
  observationId: observationIdSchema,
  /** Empty where the clip is gone. */
  clipTitle: z.string(),
  /** Place in the clip, counted from its start; null where the clip is gone. */
  positionMs: z.int().nonnegative().nullable(),
  words: z.array(z.string()),
  /** There is a picture of it, and everybody in shot lets the practitioner keep it. */
  hasStill: z.boolean(),
});
export type OwnMoment = z.infer<typeof ownMomentSchema>;

/** What a practitioner wrote and chose in one cycle: what to do more of, moments, and notes that are theirs alone. */
export const ownCycleSchema = z.strictObject({
  number: z.int().positive(),
  aims: z.array(keptAimSchema),
  moments: z.array(ownMomentSchema),
  notes: z.array(z.string()),
});
export type OwnCycle = z.infer<typeof ownCycleSchema>;

const own = { params: pathIds.journey } as const;

/** The practitioner's own place: their aims and words, what is held of them, and taking a permission back. */
export const ownRoutes = {
  /** In the order of the cycles. */
  readOwnCycles: route({
    ...own,
    method: "GET",
    path: "/api/journeys/:journeyId/own/cycles",
    action: "own:read",
    body: null,
    answer: z.array(ownCycleSchema),
  }),
  readOwnHeld: route({
    ...own,
    method: "GET",
    path: "/api/journeys/:journeyId/own/held",
    action: "own:read",
    body: null,
    answer: heldSchema,
  }),
  /** One's own permission; in force when it is answered: what plays stops. */
  withdrawOwn: route({
    ...own,
    method: "POST",
    path: "/api/journeys/:journeyId/own/withdrawals",
    action: "own:withdraw",
    body: z.strictObject({ purpose: purposeSchema }),
    answer: heldSchema,
  }),
} as const;
