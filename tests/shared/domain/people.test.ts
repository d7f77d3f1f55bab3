import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { personIdSchema } from "#shared/domain/ids.ts";
import {
  missingPermissions,
  nameSchema,
  permissionStatusSchema,
  personSchema,
  purposeSchema,
  purposesToReview,
  spokenFor,
} from "#shared/domain/people.ts";
import type { PermissionStatus, Person, Purpose } from "#shared/domain/people.ts";

function buildPerson(name: string, changes: Partial<Record<Purpose, PermissionStatus>>): Person {
  const permissions = Object.fromEntries(
    purposeSchema.options.map((purpose) => [purpose, changes[purpose] ?? "given"]),
  ) as Person["permissions"]; // one for each purpose
  const personId = personIdSchema.parse(randomUUID());
  return { personId, name, relation: "inShot", permissions, decidedAtMs: {} };
}

describe("missing permissions", () => {
  it("[DR23] are none when everybody in shot has given each of them", () => {
    const people = [buildPerson("Ada", {}), buildPerson("Callum", {})];

    expect(missingPermissions(people, purposesToReview)).toEqual([]);
  });

  it.each(permissionStatusSchema.options.filter((status) => status !== "given"))(
    "[DR23] counts %s as missing",
    (status) => {
      const ada = buildPerson("Ada", { sharedReview: status });

      const missing = missingPermissions([ada, buildPerson("Callum", {})], purposesToReview);

      expect(missing).toEqual([{ person: ada, purpose: "sharedReview" }]);
    },
  );

  it("[DR23] names each person and each purpose that is missing, and no other purpose", () => {
    const ada = buildPerson("Ada", { film: "refused", training: "refused" });
    const ben = buildPerson("Ben", { film: "notAsked", sharedReview: "withdrawn" });

    const missing = missingPermissions([ada, ben], purposesToReview);

    expect(missing.map(({ person, purpose }) => `${person.name} ${purpose}`)).toEqual([
      "Ada film",
      "Ben film",
      "Ben sharedReview",
    ]);
  });

  it("[DR23] a supervisor needs a permission of its own, which no other stands in for", () => {
    const ada = buildPerson("Ada", { supervisorSeesClips: "notAsked" });

    expect(missingPermissions([ada], purposesToReview)).toEqual([]);
    expect(missingPermissions([ada], ["supervisorSeesClips"])).toHaveLength(1);
  });

  it("[ST4] a person without an answer to each purpose is no person", () => {
    const { permissions, ...person } = buildPerson("Ada", {});
    const { film: _film, ...fewer } = permissions;

    expect(personSchema.safeParse({ ...person, permissions }).success).toBe(true);
    expect(personSchema.safeParse({ ...person, permissions: fewer }).success).toBe(false);
    const more = { ...permissions, everything: "given" };
    expect(personSchema.safeParse({ ...person, permissions: more }).success).toBe(false);
  });
});

describe("a name", () => {
  it.each(["Ada", "Zoë", "Nguyễn Thị", "Ó Briain-O'Neill", "李", "🙂", "x".repeat(60)])(
    "[DR16] may be %s",
    (name) => {
      expect(nameSchema.parse(`  ${name} `)).toBe(name);
    },
  );

  it.each([
    ["empty", " "],
    ["longer than 60", "x".repeat(61)],
    ["two lines", "Ada\nLovelace"],
    ["with a bell", "Ada\u0007"],
    ["with an escape of the 8-bit kind", "Ada\u009b"],
    ["with markup", "<b>Ada"],
    ["no text", 7],
  ])("[DR16] is never %s", (_what, name) => {
    expect(nameSchema.safeParse(name).success).toBe(false);
  });
});

describe("a person's link", () => {
  const named = (name: string, relation: Person["relation"]) => ({
    ...buildPerson(name, {}),
    relation,
  });
  const ada = named("Ada", "child");
  const other = named("Ben", "child");
  const mum = named("Mia", "parentCarer");
  const callum = named("Callum", "practitioner");
  const sam = named("Sam", "inShot");
  const people = [ada, callum, mum, sam, other];

  it.each([
    [mum, [ada]],
    [callum, [callum]],
    [sam, [sam]],
    [ada, []],
  ])("[JN23] of $name.relation speaks for its own people and for nobody else", (holder, wanted) => {
    expect(spokenFor(holder, people)).toEqual(wanted);
  });
});
