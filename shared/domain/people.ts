import { z } from "zod";
import { personIdSchema } from "./ids.ts";

/** A name as people call each other: first names, no surname field for a child. Plain text, 1-60 characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}<>]*$/u);

/** How somebody belongs to a journey whose permission is recorded. */
export const relationSchema = z.enum(["child", "practitioner", "parentCarer", "inShot"]);
export type Relation = z.infer<typeof relationSchema>;

/** What a permission is for; each is given or refused on its own. */
export const purposeSchema = z.enum([
  "film",
  "sharedReview",
  "supervisorSeesClips",
  "recordReview",
  "practitionerKeepsStills",
  "showcase",
  "training",
]);
export type Purpose = z.infer<typeof purposeSchema>;

/** How a permission stands; only `given` allows anything. */
export const permissionStatusSchema = z.enum(["notAsked", "given", "refused", "withdrawn"]);
export type PermissionStatus = z.infer<typeof permissionStatusSchema>;

/** A person and the permission recorded for each purpose; a child's is given by the parent or carer. */
export const personSchema = z.strictObject({
  personId: personIdSchema,
  name: nameSchema,
  relation: relationSchema,
  permissions: z.record(purposeSchema, permissionStatusSchema),
  /** When each permission was last decided (epoch UTC); a purpose nobody was asked about has none. */
  decidedAtMs: z.partialRecord(purposeSchema, z.int().nonnegative()).default({}),
});
export type Person = z.infer<typeof personSchema>;

/** Who can be given a link to the page that says what is held; a child's goes to the parent or carer. */
export const linkedRelations = ["parentCarer", "practitioner", "inShot"] as const;

/** The people for whom the holder of a person's link speaks: a parent or carer for the journey's child. */
export function spokenFor(holder: Person, people: readonly Person[]): Person[] {
  if (holder.relation === "child") return [];
  if (holder.relation !== "parentCarer") return [holder];
  return people.filter(({ relation }) => relation === "child").slice(0, 1);
}

/** What every person in shot must have given before a clip may be added or enter a room. */
export const purposesToReview = ["film", "sharedReview"] as const satisfies readonly Purpose[];

/**
 * Whose permission is still missing for a clip of these people, for the given purposes.
 * Parents and carers stand behind the child's row and are not in shot.
 */
export function missingPermissions(
  peopleInShot: readonly Person[],
  purposes: readonly Purpose[],
): { person: Person; purpose: Purpose }[] {
  return peopleInShot.flatMap((person) =>
    purposes
      .filter((purpose) => person.permissions[purpose] !== "given")
      .map((purpose) => ({ person, purpose })),
  );
}
