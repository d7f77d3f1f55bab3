import { z } from "zod";
import { personIdSchema } from "#shared/domain/ids.ts";
import { daySchema, instantSchema } from "#shared/domain/journey.ts";
import { nameSchema, personSchema, purposeSchema, relationSchema } from "#shared/domain/people.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";
import { secretSchema } from "#shared/protocol/secret.ts";

/** Where words about somebody can lie. */
export const heldWordsSchema = z.enum([
  "clipWords",
  "boards",
  "reports",
  "assent",
  "hopes",
  "checkIns",
  "notes",
  "summary",
]);

/** What is held of one person. Counts and kinds of words, never the words themselves. */
export const heldOfPersonSchema = z.strictObject({
  ...personSchema.shape,
  clips: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  words: z.array(heldWordsSchema),
});
export type HeldOfPerson = z.infer<typeof heldOfPersonSchema>;

/** What is held, who can see it and until when, for the one person who asks. First names only. */
export const heldSchema = z.strictObject({
  name: nameSchema,
  relation: relationSchema,
  /** For whom the reader speaks. */
  people: z.array(heldOfPersonSchema),
  seenBy: z.array(
    z.strictObject({ role: z.enum(["guider", "practitioner", "supervisor"]), name: nameSchema }),
  ),
  /** Whether it is counted, for the guider alone, who paused how often in a review. */
  countsPauses: z.boolean(),
  /** The day by whose end clips and pictures are gone; null while the journey goes on. */
  deletesOn: daySchema.nullable(),
  /** The organisation's rule: days after the last review for clips, months for words. */
  clipsKeptDays: z.int().nonnegative(),
  wordsKeptMonths: z.int().nonnegative(),
  /** How to reach the organisation's safeguarding lead; empty while nobody has said. */
  safeguardingContact: z.string(),
});
export type Held = z.infer<typeof heldSchema>;

const opened = z.strictObject({ held: heldSchema, closesAtMs: instantSchema });

/** The plain-words page of whoever has a person's link. Opening uses nothing up; there is no session. */
export const heldRoutes = {
  openHeld: route({
    method: "POST",
    path: "/api/held",
    action: "held:open",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema }),
    answer: opened,
  }),
  /** In force when it is answered: what plays stops. */
  withdrawHeld: route({
    method: "POST",
    path: "/api/held/withdrawals",
    action: "held:withdraw",
    params: pathIds.none,
    body: z.strictObject({
      secret: secretSchema,
      personId: personIdSchema,
      purpose: purposeSchema,
    }),
    answer: opened,
  }),
} as const;
