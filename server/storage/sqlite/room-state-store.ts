import { z } from "zod";
import type { RoomStateStore } from "#server/storage/stores.ts";
import type { Queries } from "./queries.ts";

const roomStateRowSchema = z.object({
  state: z.string(),
  heartbeatFrame: z.int().nullable(),
});

/** What of a room outlives a restart. */
export function createRoomStateStore(queries: Queries): RoomStateStore {
  return {
    async save(reviewId, state) {
      await queries
        .insertInto("roomStates")
        .values({ reviewId, state, heartbeatFrame: null })
        .onConflict((conflict) =>
          conflict.column("reviewId").doUpdateSet({ state, heartbeatFrame: null }),
        )
        .execute();
    },

    async saveHeartbeat(reviewId, positionFrame) {
      await queries
        .updateTable("roomStates")
        .set({ heartbeatFrame: positionFrame })
        .where("reviewId", "=", reviewId)
        .execute();
    },

    async load(reviewId) {
      const row = await queries
        .selectFrom("roomStates")
        .select(["state", "heartbeatFrame"])
        .where("reviewId", "=", reviewId)
        .executeTakeFirst();
      return row === undefined ? null : roomStateRowSchema.parse(row);
    },
  };
}
