import { z } from "zod";
import {
  accountInviteSchema,
  colleagueSchema,
  organisationSchema,
} from "#shared/domain/organisation.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";
import { secretSchema } from "#shared/protocol/secret.ts";
import { passwordSchema, sessionSchema } from "#shared/protocol/session.ts";

/** Who signs in at an organisation, and who has been asked to; by name, with nothing of their work. */
export const colleaguesSchema = z.strictObject({
  colleagues: z.array(colleagueSchema),
  invites: z.array(accountInviteSchema),
});
export type Colleagues = z.infer<typeof colleaguesSchema>;

/** What the page of a set-up link says before it is used. */
export const joiningSchema = accountInviteSchema
  .omit({ accountInviteId: true })
  .extend({ organisationName: z.string() });
export type Joining = z.infer<typeof joiningSchema>;

/** An organisation's settings, who signs in there, and how a colleague's set-up link is made and used. */
export const organisationRoutes = {
  readOrganisation: route({
    method: "GET",
    path: "/api/organisation",
    action: "organisation:read",
    params: pathIds.none,
    body: null,
    answer: organisationSchema,
  }),
  setOrganisation: route({
    method: "PUT",
    path: "/api/organisation",
    action: "organisation:edit",
    params: pathIds.none,
    body: organisationSchema,
    answer: organisationSchema,
  }),
  readColleagues: route({
    method: "GET",
    path: "/api/organisation/colleagues",
    action: "account:invite",
    params: pathIds.none,
    body: null,
    answer: colleaguesSchema,
  }),
  /** Signs them out everywhere at once, or lets them sign in again. Nobody closes their own. */
  closeAccount: route({
    method: "PUT",
    path: "/api/organisation/colleagues",
    action: "account:close",
    params: pathIds.none,
    body: colleagueSchema.pick({ accountId: true, isClosed: true }),
    answer: colleaguesSchema,
  }),
  /** The secret is answered once. */
  inviteColleague: route({
    method: "POST",
    path: "/api/organisation/invites",
    action: "account:invite",
    params: pathIds.none,
    body: accountInviteSchema.pick({ name: true, role: true }),
    answer: z.strictObject({ invite: accountInviteSchema, secret: secretSchema }),
  }),
  /** One that has gone already is gone. */
  endColleagueInvite: route({
    method: "DELETE",
    path: "/api/organisation/invites",
    action: "account:invite",
    params: pathIds.none,
    body: accountInviteSchema.pick({ accountInviteId: true }),
    answer: null,
  }),
  /** What a link is for; opening it uses nothing up. */
  readJoining: route({
    method: "POST",
    path: "/api/join/read",
    action: "account:join",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema }),
    answer: joiningSchema,
  }),
  /** Makes the account and signs in; the link is used up. */
  join: route({
    method: "POST",
    path: "/api/join",
    action: "account:join",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema, name: nameSchema, password: passwordSchema }),
    answer: sessionSchema,
  }),
} as const;
