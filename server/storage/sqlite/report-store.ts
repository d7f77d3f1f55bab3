import { z } from "zod";
import type { ReportStore } from "#server/storage/report-store.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z
  .object({
    reviewId: reviewIdSchema,
    sealed: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
    agreedSha256: z.string().nullable(),
    agreedAtMs: z.int().nullable(),
  })
  .transform(({ agreedSha256: sha256, agreedAtMs: atMs, ...row }) => ({
    ...row,
    agreed: sha256 === null || atMs === null ? null : { sha256, atMs },
  }));
const columns = ["reviewId", "sealed", "agreedSha256", "agreedAtMs"] as const;

/** Reports by their review. */
export function createReportStore(queries: Queries): ReportStore {
  return {
    async keep({ reviewId, sealed, agreed }, changedAtMs) {
      const values = {
        sealed,
        agreedSha256: agreed?.sha256 ?? null,
        agreedAtMs: agreed?.atMs ?? null,
        changedAtMs,
      };
      await queries
        .insertInto("reports")
        .values({ reviewId, ...values })
        .onConflict((conflict) => conflict.column("reviewId").doUpdateSet(values))
        .execute();
    },

    async find(reviewId) {
      const row = await queries
        .selectFrom("reports")
        .select(columns)
        .where("reviewId", "=", reviewId)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row);
    },

    async listOfJourney(journeyId) {
      const rows = await queries
        .selectFrom("reports")
        .innerJoin("reviews", "reviews.reviewId", "reports.reviewId")
        .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
        .select(["reports.reviewId", "reports.sealed", "agreedSha256", "agreedAtMs"])
        .where("cycles.journeyId", "=", journeyId)
        .orderBy("reviews.startsAtMs")
        .orderBy("reports.reviewId")
        .execute();
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}
