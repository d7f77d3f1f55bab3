import { z } from "zod";
import type { SessionStore, StoredSession } from "#server/storage/stores.ts";
import { accountIdSchema, inviteIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const sessionRowSchema = z
  .object({
    tokenHash: z.string(),
    sessionId: z.string(),
    accountId: accountIdSchema.nullable(),
    inviteId: inviteIdSchema.nullable(),
    expiresAtMs: z.int(),
  })
  .transform(({ accountId, inviteId, ...session }, context): StoredSession => {
    if (accountId !== null) return { ...session, holder: { kind: "account", accountId } };
    if (inviteId !== null) return { ...session, holder: { kind: "invite", inviteId } };
    context.addIssue("a session belongs to nobody");
    return z.NEVER;
  });

/** Sessions. Each new one sweeps away those that have expired. */
export function createSessionStore(queries: Queries): SessionStore {
  return {
    async add({ holder, tokenHash, sessionId, expiresAtMs }, atMs) {
      await queries.deleteFrom("sessions").where("expiresAtMs", "<=", atMs).execute();
      await queries
        .insertInto("sessions")
        .values({
          tokenHash,
          sessionId,
          accountId: holder.kind === "account" ? holder.accountId : null,
          inviteId: holder.kind === "invite" ? holder.inviteId : null,
          expiresAtMs,
          createdAtMs: atMs,
        })
        .execute();
    },

    async find(tokenHash, atMs) {
      const row = await queries
        .selectFrom("sessions")
        .selectAll()
        .where("tokenHash", "=", tokenHash)
        .where("expiresAtMs", ">", atMs)
        .executeTakeFirst();
      return row === undefined ? null : sessionRowSchema.parse(row);
    },

    async prolong(sessionId, expiresAtMs) {
      await queries
        .updateTable("sessions")
        .set({ expiresAtMs })
        .where("sessionId", "=", sessionId)
        .where("expiresAtMs", "<", expiresAtMs)
        .execute();
    },

    async end(tokenHash) {
      await queries.deleteFrom("sessions").where("tokenHash", "=", tokenHash).execute();
    },

    async endAllOfInvite(inviteId) {
      await queries.deleteFrom("sessions").where("inviteId", "=", inviteId).execute();
    },

    async endAllOfAccount(accountId) {
      const ended = await queries
        .deleteFrom("sessions")
        .where("accountId", "=", accountId)
        .returning("sessionId")
        .execute();
      return ended.map(({ sessionId }) => z.string().parse(sessionId));
    },
  };
}
