import type { AppContext } from "#server/context.ts";
import type { Account } from "#server/storage/account-store.ts";
import { accountIdSchema, organisationIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Passwords } from "./passwords.ts";
import { hashSecret, isSameSecret } from "./tokens.ts";

/** The way the first guider gets in: a link printed at start, good until an account exists. */
export interface SetUpLink {
  /** The link's path with its secret, made anew at each start; null once an account exists. */
  path(): Promise<string | null>;
  /** Makes the first account. Only one of several at once succeeds. */
  use(
    secret: string,
    person: { readonly name: string; readonly password: string },
  ): Promise<Result<Account, "already-done" | "link-ended">>;
}

/** Keeps the secret's hash in memory only; `path` hands the secret out to be printed. */
export function createSetUpLink(
  context: Pick<AppContext, "clock" | "random" | "stores">,
  passwords: Passwords,
): SetUpLink {
  const { clock, random, stores } = context;
  let secretHash: string | null = null;
  let isBeingUsed = false;

  async function makeFirstAccount(name: string, password: string): Promise<Account | null> {
    const account: Account = {
      accountId: accountIdSchema.parse(random.uuid()),
      organisationId: organisationIdSchema.parse(random.uuid()),
      role: "guider",
      name,
      passwordHash: await passwords.hash(password),
    };
    return (await stores.accounts.add(account, clock.nowMs())) ? account : null;
  }

  return {
    path: async () => {
      if ((await stores.accounts.count()) > 0) return null;
      const secret = random.secret();
      secretHash = hashSecret(secret);
      return `/set-up#${secret}`;
    },
    use: async (secret, { name, password }) => {
      if ((await stores.accounts.count()) > 0 || isBeingUsed) return fail("already-done");
      if (secretHash === null || !isSameSecret(hashSecret(secret), secretHash)) {
        return fail("link-ended");
      }
      isBeingUsed = true;
      try {
        const account = await makeFirstAccount(name, password);
        return account === null ? fail("already-done") : ok(account);
      } finally {
        isBeingUsed = false;
      }
    },
  };
}
