import type { Visitor } from "#server/context.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createSignIn } from "#server/http/sign-in.ts";
import { createAccountInvites } from "#server/organisation/account-invites.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import type { OrganisationId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

type OrganisationRoutes =
  | "readOrganisation"
  | "setOrganisation"
  | "readColleagues"
  | "inviteColleague"
  | "endColleagueInvite"
  | "readJoining"
  | "join";

/** The asking person's own organisation: its settings and colleagues, and how a new one joins. */
export function organisationRoutes({
  context,
  passwords,
}: Pick<HandlerParts, "context" | "passwords">): Pick<Handlers, OrganisationRoutes> {
  const { accounts, accountInvites, organisations } = context.stores;
  const invites = createAccountInvites(context, passwords);
  const signIn = createSignIn(context);

  /** The organisation is the account's own and never comes from the request. */
  async function ownOf({ principal }: Visitor): Promise<OrganisationId | null> {
    if (principal.kind !== "account") return null;
    const account = await accounts.find(accountIdSchema.parse(principal.accountId));
    return account?.organisationId ?? null;
  }

  return {
    readOrganisation: async ({ visitor }) => {
      const organisationId = await ownOf(visitor);
      const settings = organisationId === null ? null : await organisations.read(organisationId);
      return settings === null ? fail("not-found") : ok(settings);
    },

    setOrganisation: async ({ visitor, body }) => {
      const organisationId = await ownOf(visitor);
      if (organisationId === null) return fail("not-found");
      await organisations.set(organisationId, body);
      return ok(body);
    },

    readColleagues: async ({ visitor }) => {
      const organisationId = await ownOf(visitor);
      if (organisationId === null) return fail("not-found");
      return ok({
        colleagues: await organisations.colleaguesOf(organisationId),
        invites: await accountInvites.listOf(organisationId, context.clock.nowMs()),
      });
    },

    inviteColleague: async ({ visitor, body }) => {
      const organisationId = await ownOf(visitor);
      if (organisationId === null) return fail("not-found");
      return ok(await invites.issue(organisationId, body));
    },

    endColleagueInvite: async ({ visitor, body }) => {
      const organisationId = await ownOf(visitor);
      if (organisationId === null) return fail("not-found");
      await accountInvites.end(organisationId, body.accountInviteId);
      return ok(null);
    },

    readJoining: async ({ body }) => {
      const joining = await invites.read(body.secret);
      return joining === null ? fail("link-ended") : ok(joining);
    },

    join: async (asked) => {
      const made = await invites.use(asked.body.secret, asked.body);
      return made.ok ? await signIn(asked, made.value) : made;
    },
  };
}
