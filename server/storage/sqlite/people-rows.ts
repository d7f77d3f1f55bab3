import { z } from "zod";
import { personIdSchema } from "#shared/domain/ids.ts";
import { permissionStatusSchema, purposeSchema, relationSchema } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/people.ts";
import type { Queries } from "./queries.ts";

const personRowSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  relation: relationSchema,
});
const permissionRowSchema = z.object({
  personId: personIdSchema,
  purpose: purposeSchema,
  status: permissionStatusSchema,
  decidedAtMs: z.int(),
});
type PermissionRow = z.infer<typeof permissionRowSchema>;

/** Which people: one, all of a journey, or those in shot in a clip. */
export type PeopleWanted =
  | { readonly personId: string }
  | { readonly journeyId: string }
  | { readonly clipId: string };

/** People in their order, each with the permission for every purpose; one never asked for is `notAsked`. */
export async function readPeople(queries: Queries, wanted: PeopleWanted): Promise<Person[]> {
  const rows = await selectPeople(queries, wanted).execute();
  const people = rows.map((row) => personRowSchema.parse(row));
  if (people.length === 0) return [];
  const permissionRows = await queries
    .selectFrom("permissions")
    .select(["personId", "purpose", "status", "decidedAtMs"])
    .where(
      "personId",
      "in",
      people.map((person) => person.personId),
    )
    .execute();
  const permissions = permissionRows.map((row) => permissionRowSchema.parse(row));
  return people.map((person) => ({
    ...person,
    ...allPurposes(permissions.filter((each) => each.personId === person.personId)),
  }));
}

function selectPeople(queries: Queries, wanted: PeopleWanted) {
  if ("clipId" in wanted) {
    return queries
      .selectFrom("people")
      .innerJoin("clipPeople", "clipPeople.personId", "people.personId")
      .select(["people.personId", "people.name", "people.relation"])
      .where("clipPeople.clipId", "=", wanted.clipId)
      .orderBy("clipPeople.position");
  }
  const select = queries.selectFrom("people").select(["personId", "name", "relation"]);
  return "personId" in wanted
    ? select.where("personId", "=", wanted.personId)
    : select.where("journeyId", "=", wanted.journeyId).orderBy("position");
}

function allPurposes(kept: readonly PermissionRow[]): Pick<Person, "permissions" | "decidedAtMs"> {
  const entries = purposeSchema.options.map((purpose) => {
    const status = kept.find((each) => each.purpose === purpose)?.status;
    return [purpose, status ?? "notAsked"] as const;
  });
  return {
    permissions: Object.fromEntries(entries) as Person["permissions"], // one entry for each purpose there is
    decidedAtMs: Object.fromEntries(kept.map((each) => [each.purpose, each.decidedAtMs])),
  };
}
