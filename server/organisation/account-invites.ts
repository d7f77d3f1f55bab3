import type { AppContext } from "#server/context.ts";
import type { Passwords } from "#server/identity/passwords.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import type { Account } from "#server/storage/account-store.ts";
import { accountIdSchema, accountInviteIdSchema } from "#shared/domain/ids.ts";
import type { OrganisationId } from "#shared/domain/ids.ts";
import { accountInviteDays } from "#shared/domain/organisation.ts";
import type { AccountInvite, AccountRole } from "#shared/domain/organisation.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Joining } from "#shared/protocol/organisation-routes.ts";

/** How a colleague comes to an account of their own: a link for one person that is good once. */
export interface AccountInvites {
  /** The secret is answered once. */
  issue(
    organisationId: OrganisationId,
    person: { readonly name: string; readonly role: AccountRole },
  ): Promise<{ invite: AccountInvite; secret: string }>;
  /** What a link is for; null for every link that opens nothing, whatever the reason. */
  read(secret: string): Promise<Joining | null>;
  /** Makes the account. Only one of several at once succeeds; a name that is taken leaves the link. */
  use(
    secret: string,
    person: { readonly name: string; readonly password: string },
  ): Promise<Result<Account, "link-ended" | "name-taken">>;
}

const lastsMs = accountInviteDays * 86_400_000;

/** Keeps the set-up links for colleagues of all organisations. */
export function createAccountInvites(
  { stores, clock, random }: Pick<AppContext, "stores" | "clock" | "random">,
  passwords: Passwords,
): AccountInvites {
  const { accountInvites, organisations } = stores;

  return {
    issue: async (organisationId, { name, role }) => {
      const nowMs = clock.nowMs();
      const secret = random.secret();
      const accountInviteId = accountInviteIdSchema.parse(random.uuid());
      const invite = { accountInviteId, name, role, closesAtMs: nowMs + lastsMs };
      await accountInvites.add(
        { ...invite, organisationId, secretHash: hashSecret(secret) },
        nowMs,
      );
      return { invite, secret };
    },

    read: async (secret) => {
      const invite = await accountInvites.find(hashSecret(secret), clock.nowMs());
      if (invite === null) return null;
      const organisation = await organisations.read(invite.organisationId);
      const { name, role, closesAtMs } = invite;
      return { name, role, closesAtMs, organisationName: organisation?.name ?? "" };
    },

    use: async (secret, { name, password }) => {
      const secretHash = hashSecret(secret);
      // A password costs work to hash: none is hashed for a link that opens nothing.
      const invite = await accountInvites.find(secretHash, clock.nowMs());
      if (invite === null) return fail("link-ended");
      const newcomer = {
        accountId: accountIdSchema.parse(random.uuid()),
        name,
        passwordHash: await passwords.hash(password),
      };
      const outcome = await accountInvites.use(secretHash, newcomer, clock.nowMs());
      if (outcome !== "joined") return fail(outcome);
      return ok({ ...newcomer, organisationId: invite.organisationId, role: invite.role });
    },
  };
}
