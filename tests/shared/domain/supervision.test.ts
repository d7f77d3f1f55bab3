import { expect, it } from "vitest";
import { notAgreedToSupervisor } from "#shared/domain/supervision.ts";
import { personSchema, purposeSchema } from "#shared/domain/people.ts";
import type { PermissionStatus, Person, Relation } from "#shared/domain/people.ts";
import type { ReviewKind } from "#shared/domain/journey.ts";
import { newId } from "#tests/helpers/build-records.ts";

function buildPerson(name: string, relation: Relation, supervisorSees: PermissionStatus): Person {
  const given = Object.fromEntries(purposeSchema.options.map((purpose) => [purpose, "given"]));
  const permissions = { ...given, supervisorSeesClips: supervisorSees };
  return personSchema.parse({ personId: newId.person(), name, relation, permissions });
}

const reviewId = newId.review();

/** Three cycles; Sam is in shot in the first, Priya in the second, and the review is the third's. */
function namesOf(child: PermissionStatus, practitioner: PermissionStatus, kind: ReviewKind) {
  const [sam, priya] = [
    buildPerson("Sam", "inShot", "refused"),
    buildPerson("Priya", "inShot", "refused"),
  ];
  const people = [
    buildPerson("Ada", "child", child),
    buildPerson("Mia", "parentCarer", "notAsked"),
    buildPerson("Callum", "practitioner", practitioner),
    sam,
    priya,
  ];
  const cycles = [
    { clips: [{ peopleInShot: [sam.personId] }], reviews: [] },
    { clips: [{ peopleInShot: [priya.personId] }], reviews: [] },
    { clips: [], reviews: [{ reviewId, kind }] },
  ];
  return notAgreedToSupervisor({ people, cycles }, reviewId).map(({ name }) => name);
}

it("[JN45] [S1] the child and the practitioner agree whoever is in shot; a parent or carer speaks for the child", () => {
  expect(namesOf("given", "given", "review")).toEqual([]);
  for (const status of ["notAsked", "refused", "withdrawn"] as const) {
    expect(namesOf(status, "given", "review")).toEqual(["Ada"]);
    expect(namesOf("given", status, "focus")).toEqual(["Callum"]);
  }
});

it("[JN45] the last review asks everybody who is in the first cycle's clips too", () => {
  expect(namesOf("given", "given", "last")).toEqual(["Sam"]);
});
