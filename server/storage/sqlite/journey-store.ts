import type { JourneyStore } from "#server/storage/stores.ts";
import type { JourneyId, PersonId } from "#shared/domain/ids.ts";
import type { Relation } from "#shared/domain/people.ts";
import { listJourneys, readJourney } from "./journey-rows.ts";
import { readOwnership } from "./ownership.ts";
import { readPeople } from "./people-rows.ts";
import { readTogether, writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

/** Taken up again, what was agreed is still what both have in mind. */
const noEnd = { endedAtMs: null, reason: "" } as const;

/** Journeys with their cycles, goals, people and permissions. */
export function createJourneyStore(queries: Queries): JourneyStore {
  return {
    add: (journey, atMs) => writeTogether(queries, (write) => addJourney(write, journey, atMs)),
    list: (guiderId) => listJourneys(queries, guiderId),
    read: (journeyId) => readTogether(queries, (read) => readJourney(read, journeyId)),
    ownershipOf: (thing) => readOwnership(queries, thing),

    async setHelpingQuestion(journeyId, text) {
      await queries
        .updateTable("journeys")
        .set({ helpingQuestion: text })
        .where("journeyId", "=", journeyId)
        .execute();
    },

    async setUsesOutcomes(journeyId, usesOutcomes) {
      await queries
        .updateTable("journeys")
        .set({ usesOutcomes: usesOutcomes ? 1 : 0 })
        .where("journeyId", "=", journeyId)
        .execute();
    },

    async setEnd(journeyId, end) {
      const { reason: endReason, ...agreed } = end ?? noEnd;
      await queries
        .updateTable("journeys")
        .set({ ...agreed, endReason })
        .where("journeyId", "=", journeyId)
        .execute();
    },

    async planEnd(journeyId, { keeps, deletesOn }) {
      await queries
        .updateTable("journeys")
        .set({ keeps, deletesOn })
        .where("journeyId", "=", journeyId)
        .where("endedAtMs", "is", null)
        .execute();
    },

    setGoals: (journeyId, goals) =>
      writeTogether(queries, async (write) => {
        await replaceGoals(write, journeyId, goals);
      }),

    async rateGoal({ goalId, cycleId, value }, ratedAtMs) {
      if (value === null) {
        await queries
          .deleteFrom("goalRatings")
          .where("goalId", "=", goalId)
          .where("cycleId", "=", cycleId)
          .execute();
        return;
      }
      await queries
        .insertInto("goalRatings")
        .values({ goalId, cycleId, value, ratedAtMs })
        .onConflict((conflict) =>
          conflict.columns(["goalId", "cycleId"]).doUpdateSet({ value, ratedAtMs }),
        )
        .execute();
    },

    addPerson: (person, atMs) => writeTogether(queries, (write) => addPerson(write, person, atMs)),

    async readPerson(personId) {
      const [person] = await readTogether(queries, (read) => readPeople(read, { personId }));
      return person ?? null;
    },

    async recordPermission(personId, purpose, status, atMs) {
      await queries
        .insertInto("permissions")
        .values({ personId, purpose, status, decidedAtMs: atMs })
        .onConflict((conflict) =>
          conflict.columns(["personId", "purpose"]).doUpdateSet({ status, decidedAtMs: atMs }),
        )
        .execute();
    },

    addCycle: (cycle, atMs) =>
      writeTogether(queries, async (write) => {
        const last = await write
          .selectFrom("cycles")
          .select((sql) => sql.fn.max("number").as("number"))
          .where("journeyId", "=", cycle.journeyId)
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        await write
          .insertInto("cycles")
          .values({ ...cycle, number, createdAtMs: atMs })
          .execute();
        return number;
      }),

    keepAims: (cycleId, aims) =>
      writeTogether(queries, async (write) => {
        const before = await write
          .deleteFrom("aims")
          .where("cycleId", "=", cycleId)
          .returning(["position", "text", "howDidItGo"])
          .execute();
        if (aims.length === 0) return;
        const went = (position: number, text: string) =>
          before.find((one) => one.position === position && one.text === text)?.howDidItGo ?? "";
        const kept = aims.map((aim, position) => ({
          cycleId,
          position,
          ...aim,
          howDidItGo: went(position, aim.text),
        }));
        await write.insertInto("aims").values(kept).execute();
      }),

    keepHowItWent: (cycleId, went) =>
      writeTogether(queries, async (write) => {
        for (const { position, text, howDidItGo } of went) {
          await write
            .updateTable("aims")
            .set({ howDidItGo })
            .where("cycleId", "=", cycleId)
            .where("position", "=", position)
            .where("text", "=", text)
            .execute();
        }
      }),
  };
}

async function addJourney(
  write: Queries,
  journey: Parameters<JourneyStore["add"]>[0],
  atMs: number,
): Promise<void> {
  const { cycleId, childPersonId, practitionerPersonId, ...facts } = journey;
  const { journeyId, childName, practitionerName } = journey;
  await write
    .insertInto("journeys")
    .values({ ...facts, helpingQuestion: "", createdAtMs: atMs })
    .execute();
  await write
    .insertInto("cycles")
    .values({ cycleId, journeyId, number: 1, createdAtMs: atMs })
    .execute();
  const child = { personId: childPersonId, name: childName, relation: "child" } as const;
  const practitioner = {
    personId: practitionerPersonId,
    name: practitionerName,
    relation: "practitioner",
  } as const;
  await addPerson(write, { ...child, journeyId }, atMs);
  await addPerson(write, { ...practitioner, journeyId }, atMs);
}

/** Two goals may not share a place even for a moment, so all go and come back, with their ratings. */
async function replaceGoals(
  write: Queries,
  journeyId: JourneyId,
  goals: Parameters<JourneyStore["setGoals"]>[1],
): Promise<void> {
  const ratings = await write
    .selectFrom("goalRatings")
    .innerJoin("goals", "goals.goalId", "goalRatings.goalId")
    .selectAll("goalRatings")
    .where("goals.journeyId", "=", journeyId)
    .execute();
  await write.deleteFrom("goals").where("journeyId", "=", journeyId).execute();
  if (goals.length === 0) return;
  await write
    .insertInto("goals")
    .values(
      goals.map(({ goalId, text, baseline, hopedFor, outcome }, position) => ({
        goalId,
        text,
        baseline,
        hopedFor,
        outcome,
        journeyId,
        position,
      })),
    )
    .execute();
  const kept = ratings.filter(({ goalId }) => goals.some((goal) => goal.goalId === goalId));
  if (kept.length > 0) await write.insertInto("goalRatings").values(kept).execute();
}

async function addPerson(
  write: Queries,
  person: { personId: PersonId; journeyId: JourneyId; name: string; relation: Relation },
  atMs: number,
): Promise<void> {
  const last = await write
    .selectFrom("people")
    .select((sql) => sql.fn.max("position").as("position"))
    .where("journeyId", "=", person.journeyId)
    .executeTakeFirst();
  const position = (last?.position ?? -1) + 1;
  await write
    .insertInto("people")
    .values({ ...person, position, createdAtMs: atMs })
    .execute();
}
