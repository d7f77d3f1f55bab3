import { z } from "zod";
import { keptAimSchema } from "#shared/domain/journey.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import { heldSchema } from "./held-routes.ts";
import { pathIds, route } from "./http-route.ts";

/** What a practitioner wrote and chose in one cycle: what to do more of, and notes that are theirs alone. */
export const ownCycleSchema = z.strictObject({
  number: z.int().positive(),
  aims: z.array(keptAimSchema),
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
