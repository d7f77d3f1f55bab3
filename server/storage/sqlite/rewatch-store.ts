import { z } from "zod";
import type { RewatchStore } from "#server/storage/rewatch-store.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({ clipId: clipIdSchema, closesAtMs: z.int() });

/** Private re-watches by their clip, with which they go. */
export function createRewatchStore(queries: Queries): RewatchStore {
  return {
    async open({ clipId, closesAtMs }, createdAtMs) {
      await queries
        .insertInto("rewatches")
        .values({ clipId, closesAtMs, createdAtMs })
        .onConflict((conflict) => conflict.column("clipId").doUpdateSet({ closesAtMs }))
        .execute();
    },

    async find(clipId) {
      const row = await queries
        .selectFrom("rewatches")
        .select(["clipId", "closesAtMs"])
        .where("clipId", "=", clipId)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row);
    },

    async listOfJourney(journeyId) {
      const rows = await queries
        .selectFrom("rewatches")
        .innerJoin("clips", "clips.clipId", "rewatches.clipId")
        .innerJoin("cycles", "cycles.cycleId", "clips.cycleId")
        .select(["rewatches.clipId", "rewatches.closesAtMs"])
        .where("cycles.journeyId", "=", journeyId)
        .orderBy("rewatches.clipId")
        .execute();
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}
