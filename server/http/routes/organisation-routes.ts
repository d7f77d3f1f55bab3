import type { Visitor } from "#server/context.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createSignIn } from "#server/http/sign-in.ts";
import { createAccountCloser } from "#server/organisation/close-account.ts";
import { createAccountInvites } from "#server/organisation/account-invites.ts";
import type { Account } from "#server/storage/account-store.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import type { OrganisationId } from "#shared/domain/ids.ts";
import { hasAdmin } from "#shared/domain/organisation.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Colleagues } from "#shared/protocol/organisation-routes.ts";

type OrganisationRoutes =
  | "readOrganisation"
  | "setOrganisation"
  | "readColleagues"
  | "closeAccount"
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
  const closeAccount = createAccountCloser(context);
  const signIn = createSignIn(context);

  async function accountOf({ principal }: Visitor): Promise<Account> {
    const account =
      principal.kind === "account"
        ? await accounts.find(accountIdSchema.parse(principal.accountId))
        : null;
    if (account === null) throw new Error("an organisation's route was answered for no account");
    return account;
  }

  /** The organisation is the account's own and never comes from the request. */
  const ownOf = async (visitor: Visitor) => (await accountOf(visitor)).organisationId;

  async function readColleagues(organisationId: OrganisationId): Promise<Colleagues> {
    return {
      colleagues: await organisations.colleaguesOf(organisationId),
      invites: await accountInvites.listOf(organisationId, context.clock.nowMs()),
    };
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

    readColleagues: async ({ visitor }) => ok(await readColleagues(await ownOf(visitor))),

    closeAccount: async ({ visitor, body }) => {
      const asking = await accountOf(visitor);
      const closed = await closeAccount(asking, body);
      return closed.ok ? ok(await readColleagues(asking.organisationId)) : closed;
    },

    inviteColleague: async ({ visitor, body }) => {
      const { organisationId, role } = await accountOf(visitor);
      // An admin is asked in by an admin once there is one: nobody makes themselves one to close others.
      const isAdmins = body.role === "orgAdmin" && role !== "orgAdmin";
      if (isAdmins && hasAdmin(await organisations.colleaguesOf(organisationId))) {
        return fail("forbidden");
      }
      return ok(await invites.issue(organisationId, body));
    },

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
