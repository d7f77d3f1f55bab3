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
  async function ownOf({ principal }: Visitor): Promise<OrganisationId> {
    const account =
      principal.kind === "account"
        ? await accounts.find(accountIdSchema.parse(principal.accountId))
        : null;
    if (account === null) throw new Error("an organisation's route was answered for no account");
    return account.organisationId;
  }

  return {
    readOrganisation: async ({ visitor }) => {
      const settings = await organisations.read(await ownOf(visitor));
      return settings === null ? fail("not-found") : ok(settings);
    },

    setOrganisation: async ({ visitor, body }) => {
      await organisations.set(await ownOf(visitor), body);
      return ok(body);
    },

    readColleagues: async ({ visitor }) => {
      const organisationId = await ownOf(visitor);
      return ok({
        colleagues: await organisations.colleaguesOf(organisationId),
        invites: await accountInvites.listOf(organisationId, context.clock.nowMs()),
      });
    },

    inviteColleague: async ({ visitor, body }) =>
      ok(await invites.issue(await ownOf(visitor), body)),

    endColleagueInvite: async ({ visitor, body }) => {
      await accountInvites.end(await ownOf(visitor), body.accountInviteId);
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
