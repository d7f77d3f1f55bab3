import { z } from "zod";
import type { SummaryStore } from "#server/storage/summary-store.ts";
import { personIdSchema, summaryLinkIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const linkSchema = z.object({
  linkId: summaryLinkIdSchema,
  personId: personIdSchema,
  secretHash: z.string(),
  forWhom: z.string(),
  closesAtMs: z.int(),
  revokedAtMs: z.int().nullable(),
});
const columns = [
  "linkId",
  "personId",
  "secretHash",
  "forWhom",
  "closesAtMs",
  "revokedAtMs",
] as const;

/** Strengths summaries by their practitioner, and links by the hash of their secret. */
export function createSummaryStore(queries: Queries): SummaryStore {
  return {
    async keep(personId, sealed, changedAtMs) {
      await queries
        .insertInto("summaries")
        .values({ personId, sealed, changedAtMs })
        .onConflict((conflict) => conflict.column("personId").doUpdateSet({ sealed, changedAtMs }))
        .execute();
    },

    async find(personId) {
      const row = await queries
        .selectFrom("summaries")
        .select("sealed")
        .where("personId", "=", personId)
        .executeTakeFirst();
      return row === undefined ? null : new Uint8Array(row.sealed);
    },

    async addLink(link, createdAtMs) {
      await queries
        .insertInto("summaryLinks")
        .values({ ...link, createdAtMs })
        .execute();
    },

    async linksOf(personId) {
      const rows = await queries
        .selectFrom("summaryLinks")
        .select(columns)
        .where("personId", "=", personId)
        .orderBy("createdAtMs", "desc")
        .orderBy("linkId")
        .execute();
      return rows.map((row) => linkSchema.parse(row));
    },

    async findLink(secretHash) {
      const row = await queries
        .selectFrom("summaryLinks")
        .select(columns)
        .where("secretHash", "=", secretHash)
        .executeTakeFirst();
      return row === undefined ? null : linkSchema.parse(row);
    },

    async revokeLink(personId, linkId, revokedAtMs) {
      await queries
        .updateTable("summaryLinks")
        .set({ revokedAtMs })
        .where("linkId", "=", linkId)
        .where("personId", "=", personId)
        .where("revokedAtMs", "is", null)
        .execute();
    },
  };
}
