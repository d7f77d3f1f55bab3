import { z } from "zod";
import type { OwnLinkStore } from "#server/storage/own-link-store.ts";
import { inviteIdSchema, personIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({
  personId: personIdSchema,
  inviteId: inviteIdSchema,
  secretHash: z.string(),
  closesAtMs: z.int(),
});

/** Links to own places, by the hash of their secret. */
export function createOwnLinkStore(queries: Queries): OwnLinkStore {
  const links = queries
    .selectFrom("ownLinks")
    .select(["personId", "inviteId", "secretHash", "closesAtMs"]);
  return {
    async put({ personId, ...link }, createdAtMs) {
      const row = { ...link, createdAtMs };
      await queries
        .insertInto("ownLinks")
        .values({ personId, ...row })
        .onConflict((conflict) => conflict.column("personId").doUpdateSet(row))
        .execute();
    },

    async find(secretHash, atMs) {
      const row = await links
        .where("secretHash", "=", secretHash)
        .where("closesAtMs", ">", atMs)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row);
    },

    async take(secretHash) {
      const gone = await queries
        .deleteFrom("ownLinks")
        .where("secretHash", "=", secretHash)
        .returning("personId")
        .executeTakeFirst();
      return gone !== undefined;
    },

    async waitsUntilMs(personId, atMs) {
      const row = await links
        .where("personId", "=", personId)
        .where("closesAtMs", ">", atMs)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row).closesAtMs;
    },

    async end(personId) {
      await queries.deleteFrom("ownLinks").where("personId", "=", personId).execute();
    },
  };
}
