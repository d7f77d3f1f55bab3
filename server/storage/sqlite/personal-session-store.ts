import { z } from "zod";
import type {
  PersonalPlace,
  PersonalSessionStore,
} from "#server/storage/personal-session-store.ts";
import { journeyIdSchema, personIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({ personId: personIdSchema, journeyId: journeyIdSchema });
const browserRowSchema = z.object({ sessionId: z.string(), sinceMs: z.int() });

/** Browsers that open a practitioner's own place. */
export function createPersonalSessionStore(queries: Queries): PersonalSessionStore {
  return {
    add: (sessionId, journeyId, atMs) => add(queries, sessionId, journeyId, atMs),

    addFirst: (sessionId, journeyId, atMs) =>
      writeTogether(queries, async (write) => {
        if ((await find(write, sessionId))?.journeyId === journeyId) return true;
        if (await isTaken(write, journeyId, atMs)) return false;
        await add(write, sessionId, journeyId, atMs);
        return true;
      }),

    async addFor(sessionId, personId, createdAtMs) {
      await queries
        .insertInto("personalSessions")
        .values({ sessionId, personId, createdAtMs })
        .onConflict((conflict) => conflict.column("sessionId").doUpdateSet({ personId }))
        .execute();
    },

    async move(fromSessionId, toSessionId) {
      await queries
        .updateTable("personalSessions")
        .set({ sessionId: toSessionId })
        .where("sessionId", "=", fromSessionId)
        .execute();
    },

    find: (sessionId) => find(queries, sessionId),

    async listOf(personId, atMs) {
      const rows = await queries
        .selectFrom("personalSessions")
        .innerJoin("sessions", "sessions.sessionId", "personalSessions.sessionId")
        .select(["personalSessions.sessionId", "personalSessions.createdAtMs as sinceMs"])
        .where("personId", "=", personId)
        .where("expiresAtMs", ">", atMs)
        .orderBy("personalSessions.createdAtMs")
        .orderBy("personalSessions.sessionId")
        .execute();
      return rows.map((row) => browserRowSchema.parse(row));
    },

    endOf: (personId, sessionId) =>
      writeTogether(queries, async (write) => {
        if ((await find(write, sessionId))?.personId !== personId) return false;
        await write.deleteFrom("sessions").where("sessionId", "=", sessionId).execute();
        return true;
      }),
  };
}

async function add(
  queries: Queries,
  sessionId: string,
  journeyId: JourneyId,
  atMs: number,
): Promise<void> {
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
}

async function find(queries: Queries, sessionId: string): Promise<PersonalPlace | null> {
  const row = await queries
    .selectFrom("personalSessions")
    .innerJoin("people", "people.personId", "personalSessions.personId")
    .select(["people.personId", "people.journeyId"])
    .where("personalSessions.sessionId", "=", sessionId)
    .executeTakeFirst();
  return row === undefined ? null : rowSchema.parse(row);
}

/** Another browser has the place, a link to it waits, or it holds check-ins, notes, a summary or words for a report. */
async function isTaken(queries: Queries, journeyId: JourneyId, atMs: number): Promise<boolean> {
  const people = queries.selectFrom("people").where("journeyId", "=", journeyId).select("personId");
  const reviews = queries
    .selectFrom("reviews")
    .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
    .where("cycles.journeyId", "=", journeyId)
    .select("reviews.reviewId");
  for (const table of ["personalSessions", "checkIns", "summaries"] as const) {
    const kept = queries.selectFrom(table).where("personId", "in", people).select("personId");
    if ((await kept.executeTakeFirst()) !== undefined) return true;
  }
  const waiting = queries
    .selectFrom("ownLinks")
    .where("personId", "in", people)
    .where("closesAtMs", ">", atMs)
    .select("personId");
  if ((await waiting.executeTakeFirst()) !== undefined) return true;
  for (const table of ["privateNotes", "reports"] as const) {
    const kept = queries.selectFrom(table).where("reviewId", "in", reviews).select("reviewId");
    if ((await kept.executeTakeFirst()) !== undefined) return true;
  }
  return false;
}
