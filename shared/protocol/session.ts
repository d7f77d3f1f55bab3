import { z } from "zod";
import { accountIdSchema, journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { accountRoleSchema } from "#shared/domain/organisation.ts";
import { nameSchema } from "#shared/domain/people.ts";

/** A new password; long is what counts. */
export const passwordSchema = z.string().min(10).max(200);

/** Who this browser is to the server. */
export const sessionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), setUpDone: z.boolean() }),
  z.strictObject({ kind: z.literal("guider"), accountId: accountIdSchema, name: nameSchema }),
  /** Somebody of the organisation who has no journeys. */
  z.strictObject({
    kind: z.literal("staff"),
    accountId: accountIdSchema,
    name: nameSchema,
    role: accountRoleSchema.exclude(["guider"]),
  }),
  z.strictObject({
    kind: z.literal("guest"),
    reviewId: reviewIdSchema,
    name: nameSchema,
    role: z.enum(["practitioner", "supervisor"]),
    seat: z.enum(["link", "lobby", "admitted"]),
    /** The journey whose practitioner this browser was once let in as: it has an own place there. */
    ownJourneyId: journeyIdSchema.nullable(),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;
