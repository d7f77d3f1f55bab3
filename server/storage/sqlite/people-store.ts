import { z } from "zod";
import type { PeopleStore } from "#server/storage/people-store.ts";
import { personIdSchema, personLinkIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import { dissentSchema } from "#shared/protocol/people-routes.ts";
import type { Queries } from "./queries.ts";
import { readTraces } from "./traces.ts";

const linkRowSchema = z.object({
  linkId: personLinkIdSchema,
  personId: personIdSchema,
  secretHash: z.string(),
  closesAtMs: z.int(),
  revokedAtMs: z.int().nullable(),
});
const keptForSchema = z.object({ clipsKeptDays: z.int(), wordsKeptMonths: z.int() });

/** What is agreed with people, and their links by the hash of their secret. */
export function createPeopleStore(queries: Queries): PeopleStore {
  const links = queries
    .selectFrom("personLinks")
    .select([
      "personLinks.linkId",
      "personLinks.personId",
      "personLinks.secretHash",
      "personLinks.closesAtMs",
      "personLinks.revokedAtMs",
    ]);
  const organisationOf = (journeyId: JourneyId) =>
    queries
      .selectFrom("journeys")
      .innerJoin("accounts", "accounts.accountId", "journeys.guiderId")
      .innerJoin("organisations", "organisations.organisationId", "accounts.organisationId")
      .where("journeys.journeyId", "=", journeyId);
  return {
    async setAgreed(journeyId, { lawfulBasis, assentSigns }) {
      await queries
        .updateTable("journeys")
        .set({ lawfulBasis, assentSigns })
        .where("journeyId", "=", journeyId)
        .execute();
    },

    async addDissent(dissent, createdAtMs) {
      await queries
        .insertInto("dissents")
        .values({ ...dissent, createdAtMs })
        .execute();
    },

    async dissentsOf(journeyId) {
      const rows = await queries
        .selectFrom("dissents")
        .select(["dissentId", "happenedOn", "words"])
        .where("journeyId", "=", journeyId)
        .orderBy("happenedOn", "desc")
        .orderBy("createdAtMs", "desc")
        .execute();
      return rows.map((row) => dissentSchema.parse(row));
    },

    async removeDissent(journeyId, dissentId) {
      await queries
        .deleteFrom("dissents")
        .where("dissentId", "=", dissentId)
        .where("journeyId", "=", journeyId)
        .execute();
    },

    async addLink(link, createdAtMs) {
      await queries
        .insertInto("personLinks")
        .values({ ...link, createdAtMs })
        .execute();
    },

    async linksOf(journeyId) {
      const rows = await links
        .innerJoin("people", "people.personId", "personLinks.personId")
        .where("people.journeyId", "=", journeyId)
        .orderBy("personLinks.createdAtMs", "desc")
        .orderBy("personLinks.linkId")
        .execute();
      return rows.map((row) => linkRowSchema.parse(row));
    },

    async findLink(secretHash) {
      const row = await links.where("personLinks.secretHash", "=", secretHash).executeTakeFirst();
      return row === undefined ? null : linkRowSchema.parse(row);
    },

    async revokeLink(personId, linkId, revokedAtMs) {
      await queries
        .updateTable("personLinks")
        .set({ revokedAtMs })
        .where("linkId", "=", linkId)
        .where("personId", "=", personId)
        .where("revokedAtMs", "is", null)
        .execute();
    },

    tracesOf: (personId) => readTraces(queries, personId),

    async keptFor(journeyId) {
      const row = await organisationOf(journeyId)
        .select(["organisations.clipsKeptDays", "organisations.wordsKeptMonths"])
        .executeTakeFirst();
      return keptForSchema.parse(row);
    },

    async contactOf(journeyId) {
      const row = await organisationOf(journeyId)
        .select("organisations.safeguardingContact")
        .executeTakeFirst();
      return row?.safeguardingContact ?? "";
    },
  };
}
