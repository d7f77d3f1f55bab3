import { z } from "zod";
import type { ReviewStore } from "#server/storage/review-store.ts";
import {
  accountIdSchema,
  cycleIdSchema,
  journeyIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import { nextFilmSchema, reviewKindSchema } from "#shared/domain/journey.ts";
import { reviewStates } from "#shared/domain/permissions.ts";
import { flagSchema } from "./flag.ts";
import type { Queries } from "./queries.ts";

const reviewRowSchema = z
  .object({
    reviewId: reviewIdSchema,
    cycleId: cycleIdSchema,
    cycleNumber: z.int(),
    journeyId: journeyIdSchema,
    guiderId: accountIdSchema,
    startsAtMs: z.int(),
    kind: reviewKindSchema,
    state: z.enum(reviewStates),
    locked: flagSchema,
    practitionerFirst: flagSchema,
    endedAtMs: z.int().nullable(),
  })
  .transform(({ endedAtMs, ...review }) => ({ ...review, journeyEnded: endedAtMs !== null }));

/** Reviews, each with whose it is. */
export function createReviewStore(queries: Queries): ReviewStore {
  return {
    async add({ reviewId, cycleId, startsAtMs, kind = "review" }, atMs) {
      await queries
        .insertInto("reviews")
        .values({
          reviewId,
          cycleId,
          startsAtMs,
          kind,
          state: "planned",
          stateSinceMs: atMs,
          locked: 0,
          createdAtMs: atMs,
        })
        .execute();
    },

    async find(reviewId) {
      const row = await queries
        .selectFrom("reviews")
        .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
        .innerJoin("journeys", "journeys.journeyId", "cycles.journeyId")
        .where("reviews.reviewId", "=", reviewId)
        .select([
          "reviews.reviewId",
          "reviews.cycleId",
          "cycles.number as cycleNumber",
          "journeys.journeyId",
          "journeys.guiderId",
          "reviews.startsAtMs",
          "reviews.kind",
          "reviews.state",
          "reviews.locked",
          "reviews.practitionerFirst",
          "journeys.endedAtMs",
        ])
        .executeTakeFirst();
      return row === undefined ? null : reviewRowSchema.parse(row);
    },

    async nextFilm(reviewId) {
      const row = await queries
        .selectFrom("reviews")
        .select(["nextOn", "nextWhat"])
        .where("reviewId", "=", reviewId)
        .executeTakeFirst();
      return row === undefined ? null : nextFilmSchema.parse(row);
    },

    async noteNextFilm(reviewId, film) {
      await queries.updateTable("reviews").set(film).where("reviewId", "=", reviewId).execute();
    },

    async setState(reviewId, state, atMs) {
      await queries
        .updateTable("reviews")
        .set({ state, stateSinceMs: atMs })
        .where("reviewId", "=", reviewId)
        .where("state", "not in", [state, "ended"]) // keeps the instant at which the state was reached
        .execute();
    },

    async setLocked(reviewId, locked) {
      await queries
        .updateTable("reviews")
        .set({ locked: locked ? 1 : 0 })
        .where("reviewId", "=", reviewId)
        .execute();
    },

    async setPractitionerFirst(reviewId, practitionerFirst) {
      await queries
        .updateTable("reviews")
        .set({ practitionerFirst: practitionerFirst ? 1 : 0 })
        .where("reviewId", "=", reviewId)
        .execute();
    },
  };
}
