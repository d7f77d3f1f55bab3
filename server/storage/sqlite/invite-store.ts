import { z } from "zod";
import type { InviteStore } from "#server/storage/stores.ts";
import { inviteIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const inviteRowSchema = z.object({
  inviteId: inviteIdSchema,
  reviewId: reviewIdSchema,
  name: z.string(),
  role: z.enum(["practitioner", "supervisor"]),
  secretHash: z.string(),
  opensAtMs: z.int(),
  closesAtMs: z.int(),
  boundSessionId: z.string().nullable(),
  revokedAtMs: z.int().nullable(),
});

/** Review links, found by the hash of their secret. */
export function createInviteStore(queries: Queries): InviteStore {
  return {
    async add(invite, atMs) {
      await queries
        .insertInto("invites")
        .values({ ...invite, createdAtMs: atMs })
        .execute();
    },

    async find(inviteId) {
      const row = await queries
        .selectFrom("invites")
        .selectAll()
        .where("inviteId", "=", inviteId)
        .executeTakeFirst();
      return row === undefined ? null : inviteRowSchema.parse(row);
    },

    async findBySecretHash(secretHash) {
      const row = await queries
        .selectFrom("invites")
        .selectAll()
        .where("secretHash", "=", secretHash)
        .executeTakeFirst();
      return row === undefined ? null : inviteRowSchema.parse(row);
    },

    async listOfReview(reviewId) {
      const rows = await queries
        .selectFrom("invites")
        .selectAll()
        .where("reviewId", "=", reviewId)
        .orderBy("createdAtMs")
        .orderBy("inviteId")
        .execute();
      return rows.map((row) => inviteRowSchema.parse(row));
    },

    async bind(inviteId, sessionId) {
      await queries
        .updateTable("invites")
        .set({ boundSessionId: sessionId })
        .where("inviteId", "=", inviteId)
        .execute();
    },

    async revoke(inviteId, atMs) {
      await queries
        .updateTable("invites")
        .set({ revokedAtMs: atMs })
        .where("inviteId", "=", inviteId)
        .where("revokedAtMs", "is", null) // the first time counts
        .execute();
    },
  };
}
