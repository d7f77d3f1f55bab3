import type { OrganisationStore } from "#server/storage/organisation-store.ts";
import { colleagueSchema, organisationSchema } from "#shared/domain/organisation.ts";
import type { Queries } from "./queries.ts";

/** Settings as columns of the organisations. */
export function createOrganisationStore(queries: Queries): OrganisationStore {
  return {
    async read(organisationId) {
      const row = await queries
        .selectFrom("organisations")
        .select([
          "name",
          "clipsKeptDays",
          "wordsKeptMonths",
          "keptLongerWhy",
          "safeguardingContact",
          "language",
        ])
        .where("organisationId", "=", organisationId)
        .executeTakeFirst();
      return row === undefined ? null : organisationSchema.parse(row);
    },

    async set(organisationId, settings) {
      await queries
        .updateTable("organisations")
        .set(settings)
        .where("organisationId", "=", organisationId)
        .execute();
    },

    async colleaguesOf(organisationId) {
      const rows = await queries
        .selectFrom("accounts")
        .select(["accountId", "name", "role", "closedAtMs"])
        .where("organisationId", "=", organisationId)
        .orderBy("createdAtMs")
        .orderBy("accountId")
        .execute();
      return rows.map(({ closedAtMs, ...row }) =>
        colleagueSchema.parse({ ...row, isClosed: closedAtMs !== null }),
      );
    },
  };
}
