import { z } from "zod";
import type { PersonalSessionStore } from "#server/storage/personal-session-store.ts";
import { journeyIdSchema, personIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({ personId: personIdSchema, journeyId: journeyIdSchema });

/** Browsers that open a practitioner's own place. */
export function createPersonalSessionStore(queries: Queries): PersonalSessionStore {
  return {
    async add(sessionId, journeyId, atMs) {
      await queries
        .insertInto("personalSessions")
        .columns(["sessionId", "personId", "createdAtMs"])
        .expression((sql) =>
          sql
            .selectFrom("people")
            .select((columns) => [
              columns.val(sessionId).as("sessionId"),
              "people.personId",
              columns.val(atMs).as("createdAtMs"),
            ])
            .where("people.journeyId", "=", journeyId)
            .where("people.relation", "=", "practitioner")
            .orderBy("people.position")
            .limit(1),
        )
        .onConflict((conflict) => conflict.column("sessionId").doNothing())
        .execute();
    },

    async find(sessionId) {
      const row = await queries
        .selectFrom("personalSessions")
        .innerJoin("people", "people.personId", "personalSessions.personId")
        .select(["people.personId", "people.journeyId"])
        .where("personalSessions.sessionId", "=", sessionId)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row);
    },
  };
}
