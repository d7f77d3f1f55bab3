import { z } from "zod";
import { inviteIdSchema, journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { companySchema } from "./company.ts";
import { ask } from "./events.ts";

/** Two plain words shown on both screens, to be read out by phone. */
export const codeWordsSchema = z.tuple([z.string(), z.string()]);

/** What a waiting guest is told, and nothing else. */
export const knockStateSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("not-asked") }),
  z.strictObject({
    state: z.literal("waiting"),
    code: codeWordsSchema,
    /** Whether a page of the guider's is open, so that somebody has been told. */
    guiderIsHere: z.boolean(),
  }),
  z.strictObject({ state: z.literal("not-now") }),
  z.strictObject({ state: z.literal("let-in"), reviewId: reviewIdSchema }),
  z.strictObject({
    state: z.literal("closed"),
    reason: z.enum([
      "link-early",
      "link-ended",
      "review-ended",
      "room-locked",
      "supervisor-not-agreed",
    ]),
  }),
]);
export type KnockState = z.infer<typeof knockStateSchema>;

/** The namespace `/lobby`: a guest with a link, before being let in. */
export const lobbyAsks = {
  "knock:ask": ask({
    action: "way-in:knock",
    schema: z.strictObject({ company: companySchema }),
    answer: knockStateSchema,
  }),
  "knock:cancel": ask({
    action: "way-in:knock",
    schema: z.strictObject({}),
    answer: knockStateSchema,
  }),
} as const;
/** What the server tells somebody who waits. */
export const lobbyTells = { "knock:changed": knockStateSchema } as const;

/** Somebody at the door, as the guider sees it on whatever page is open. */
export const knockSchema = z.strictObject({
  knockId: z.uuid(),
  inviteId: inviteIdSchema,
  reviewId: reviewIdSchema,
  journeyId: journeyIdSchema,
  name: nameSchema,
  role: z.enum(["practitioner", "supervisor"]),
  company: companySchema,
  /** `known`: the device this link was let in on before. */
  device: z.enum(["new", "known", "other"]),
  code: codeWordsSchema,
  askedAtMs: z.int().nonnegative(),
});
export type Knock = z.infer<typeof knockSchema>;

/** The namespace `/desk`: every open page of a signed-in guider. It only listens; answers go over HTTP. */
export const deskTells = { "knocks:changed": z.array(knockSchema) } as const;
