import type { AppContext } from "#server/context.ts";
import type { Account } from "#server/storage/account-store.ts";
import { hasAdmin } from "#shared/domain/organisation.ts";
import type { Colleague } from "#shared/domain/organisation.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** Closes a colleague's account, or opens it again. */
export type AccountCloser = (
  asking: Account,
  wish: Pick<Colleague, "accountId" | "isClosed">,
) => Promise<Result<null, "not-found" | "forbidden">>;

/**
 * An organisation's admin closes any account but their own; where there is no admin, a guider does. Whoever
 * is closed is signed out everywhere within a second, and every open link for a colleague ends: they may have
 * kept one. Their journeys stay theirs, open to nobody else, and are kept no longer than before.
 */
export function createAccountCloser({
  stores,
  clock,
  access,
}: Pick<AppContext, "stores" | "clock" | "access">): AccountCloser {
  const { accountInvites, accounts, organisations, sessions } = stores;
  return async (asking, { accountId, isClosed }) => {
    const colleagues = await organisations.colleaguesOf(asking.organisationId);
    if (!colleagues.some((one) => one.accountId === accountId)) return fail("not-found");
    const isAdmins = hasAdmin(colleagues) && asking.role !== "orgAdmin";
    if (accountId === asking.accountId || isAdmins) return fail("forbidden");
    const nowMs = clock.nowMs();
    await accounts.setClosed(accountId, isClosed ? Math.floor(nowMs) : null);
    if (!isClosed) return ok(null);
    for (const invite of await accountInvites.listOf(asking.organisationId, nowMs)) {
      await accountInvites.end(asking.organisationId, invite.accountInviteId);
    }
    for (const sessionId of await sessions.endAllOfAccount(accountId)) {
      access.announce({ kind: "session-ended", sessionId });
    }
    return ok(null);
  };
}
