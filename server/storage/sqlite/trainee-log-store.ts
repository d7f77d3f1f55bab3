import { z } from "zod";
import type { TraineeLogStore } from "#server/storage/trainee-log-store.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import {
  guiderStageSchema,
  heldReviewSchema,
  supervisionSchema,
} from "#shared/domain/trainee-log.ts";
import type { Queries } from "./queries.ts";

const sealedSchema = z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes));
const workingPointRowSchema = z.object({ reviewId: reviewIdSchema, sealed: sealedSchema });
const heldRowSchema = heldReviewSchema
  .omit({ workingPoint: true })
  .extend({ sealed: sealedSchema.nullable() });

/** Guiders' logs. What somebody keeps of themselves is found by their account alone. */
export function createTraineeLogStore(queries: Queries): TraineeLogStore {
  return {
    async stageOf(accountId) {
      const row = await queries
        .selectFrom("accounts")
        .select("stage")
        .where("accountId", "=", accountId)
        .executeTakeFirst();
      return guiderStageSchema.parse(row?.stage ?? "");
    },

    async setStage(accountId, stage) {
      await queries
        .updateTable("accounts")
        .set({ stage })
        .where("accountId", "=", accountId)
        .execute();
    },

    async addSupervision(supervision, createdAtMs) {
      await queries
        .insertInto("supervisions")
        .values({ ...supervision, createdAtMs })
        .execute();
    },

    async removeSupervision(accountId, supervisionId) {
      await queries
        .deleteFrom("supervisions")
        .where("accountId", "=", accountId)
        .where("supervisionId", "=", supervisionId)
        .execute();
    },

    async supervisionsOf(accountId) {
      const rows = await queries
        .selectFrom("supervisions")
        .select(["supervisionId", "heldOn", "withWhom"])
        .where("accountId", "=", accountId)
        .orderBy("heldOn")
        .orderBy("createdAtMs")
        .execute();
      return rows.map((row) => supervisionSchema.parse(row));
    },

    async heldReviewsOf(accountId) {
      const rows = await queries
        .selectFrom("reviews")
        .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
        .innerJoin("journeys", "journeys.journeyId", "cycles.journeyId")
        .leftJoin("workingPoints", "workingPoints.reviewId", "reviews.reviewId")
        .select([
          "reviews.reviewId",
          "journeys.journeyId",
          "journeys.practitionerName",
          "journeys.childName",
          "cycles.number as cycleNumber",
          "reviews.startsAtMs",
          "workingPoints.sealed",
        ])
        .where("journeys.guiderId", "=", accountId)
        .where("reviews.state", "=", "ended")
        .where("reviews.kind", "<>", "focus")
        .orderBy("reviews.startsAtMs")
        .orderBy("reviews.reviewId")
        .execute();
      return rows.map((row) => heldRowSchema.parse(row));
    },

    async keepWorkingPoint(reviewId, sealed, changedAtMs) {
      if (sealed === null) {
        await queries.deleteFrom("workingPoints").where("reviewId", "=", reviewId).execute();
        return;
      }
      await queries
        .insertInto("workingPoints")
        .values({ reviewId, sealed, changedAtMs })
        .onConflict((conflict) => conflict.column("reviewId").doUpdateSet({ sealed, changedAtMs }))
        .execute();
    },

    async workingPointsOf(journeyId) {
      const rows = await queries
        .selectFrom("workingPoints")
        .innerJoin("reviews", "reviews.reviewId", "workingPoints.reviewId")
        .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
        .select(["workingPoints.reviewId", "workingPoints.sealed"])
        .where("cycles.journeyId", "=", journeyId)
        .orderBy("reviews.startsAtMs")
        .execute();
      return rows.map((row) => workingPointRowSchema.parse(row));
    },
  };
}
