import { z } from "zod";
import type { Ownership, ThingRef } from "#server/storage/stores.ts";
import { accountIdSchema, journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { reviewStates } from "#shared/domain/permissions.ts";
import { assertNever } from "#shared/lib/result.ts";
import type { Queries } from "./queries.ts";

const ownerRowSchema = z
  .object({
    journeyId: journeyIdSchema,
    guiderId: accountIdSchema,
    endedAtMs: z.int().nullable(),
  })
  .transform(({ endedAtMs, ...owner }) => ({ ...owner, journeyEnded: endedAtMs !== null }));
const reviewRowSchema = z.object({ reviewId: reviewIdSchema, state: z.enum(reviewStates) });

/** Whose a thing is, found through its journey; a review or link also says which review and in what state. */
export async function readOwnership(queries: Queries, thing: ThingRef): Promise<Ownership | null> {
  const row = await selectOwner(queries, thing);
  if (row === undefined) return null;
  const owner = ownerRowSchema.parse(row);
  if (!("reviewId" in row)) return { ...owner, review: null };
  const { reviewId, state } = reviewRowSchema.parse(row);
  return { ...owner, review: { id: reviewId, state } };
}

function selectOwner(queries: Queries, thing: ThingRef) {
  const journeys = queries
    .selectFrom("journeys")
    .select(["journeys.journeyId", "journeys.guiderId", "journeys.endedAtMs"]);
  const cycles = journeys.innerJoin("cycles", "cycles.journeyId", "journeys.journeyId");
  const reviews = cycles
    .innerJoin("reviews", "reviews.cycleId", "cycles.cycleId")
    .select(["reviews.reviewId", "reviews.state"]);
  switch (thing.kind) {
    case "journey":
      return journeys.where("journeys.journeyId", "=", thing.id).executeTakeFirst();
    case "cycle":
      return cycles.where("cycles.cycleId", "=", thing.id).executeTakeFirst();
    case "person":
      return journeys
        .innerJoin("people", "people.journeyId", "journeys.journeyId")
        .where("people.personId", "=", thing.id)
        .executeTakeFirst();
    case "clip":
      return cycles
        .innerJoin("clips", "clips.cycleId", "cycles.cycleId")
        .where("clips.clipId", "=", thing.id)
        .executeTakeFirst();
    case "review":
      return reviews.where("reviews.reviewId", "=", thing.id).executeTakeFirst();
    case "invite":
      return reviews
        .innerJoin("invites", "invites.reviewId", "reviews.reviewId")
        .where("invites.inviteId", "=", thing.id)
        .executeTakeFirst();
    default:
      return assertNever(thing);
  }
}
