import { z } from "zod";
import { accountIdSchema, accountInviteIdSchema } from "./ids.ts";
import { keptWords } from "./kept-words.ts";
import { nameSchema } from "./people.ts";

/** What somebody who signs in is to the organisation; only a guider has journeys. */
export const accountRoleSchema = z.enum(["guider", "orgAdmin", "safeguardingLead"]);
export type AccountRole = z.infer<typeof accountRoleSchema>;

/** The languages its pages can be in. */
export const languageSchema = z.enum(["en"]);

/** How long clips (days) and words (months) are kept unless an organisation says otherwise. */
export const ourKeeping = { clipsKeptDays: 60, wordsKeptMonths: 12 } as const;

/** The longest that can be said at all: clips in days, words in months. */
export const longestKeeping = { clipsKeptDays: 365, wordsKeptMonths: 120 } as const;

const keepingShape = {
  clipsKeptDays: z.int().min(1).max(longestKeeping.clipsKeptDays),
  wordsKeptMonths: z.int().min(1).max(longestKeeping.wordsKeptMonths),
};

/** How long an organisation keeps things: clips in days, words in months. */
export type Keeping = Readonly<Record<keyof typeof keepingShape, number>>;

/** Whether that is longer than we would keep something, so that the reason has to be written down. */
export function isKeptLonger({ clipsKeptDays, wordsKeptMonths }: Keeping): boolean {
  return clipsKeptDays > ourKeeping.clipsKeptDays || wordsKeptMonths > ourKeeping.wordsKeptMonths;
}

const words = (longest: number) => z.string().trim().max(longest).regex(keptWords);

/** An organisation's settings; keeping anything longer than we would has its reason beside it. */
export const organisationSchema = z
  .strictObject({
    /** Empty until somebody says it. */
    name: words(80),
    ...keepingShape,
    keptLongerWhy: words(300),
    /** How to reach the safeguarding lead: a name, a telephone number, in plain words. */
    safeguardingContact: words(300),
    language: languageSchema,
  })
  .refine((organisation) => !isKeptLonger(organisation) || organisation.keptLongerWhy !== "", {
    path: ["keptLongerWhy"],
  });
export type Organisation = z.infer<typeof organisationSchema>;

/** Somebody of the same organisation who signs in: who, and as what. Nothing of their work. */
export const colleagueSchema = z.strictObject({
  accountId: accountIdSchema,
  name: nameSchema,
  role: accountRoleSchema,
  /** Nobody signs in by it any more. */
  isClosed: z.boolean(),
});
export type Colleague = z.infer<typeof colleagueSchema>;

/** Whether somebody signs in as the organisation's admin. */
export function hasAdmin(colleagues: readonly Pick<Colleague, "role" | "isClosed">[]): boolean {
  return colleagues.some(({ role, isClosed }) => role === "orgAdmin" && !isClosed);
}

/** How long a colleague's set-up link can be used. */
export const accountInviteDays = 7;

/** A set-up link for a colleague that has not been used yet, without its secret. */
export const accountInviteSchema = z.strictObject({
  accountInviteId: accountInviteIdSchema,
  name: nameSchema,
  role: accountRoleSchema,
  closesAtMs: z.int().nonnegative(),
});
export type AccountInvite = z.infer<typeof accountInviteSchema>;
