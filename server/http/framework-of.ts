import type { Stores } from "#server/storage/stores.ts";
import { defaultFramework } from "#shared/board/framework.ts";
import type { Framework } from "#shared/board/framework.ts";
import type { AccountId } from "#shared/domain/ids.ts";

/** The words for attunement of an account's organisation; ours for an account that is gone. */
export async function frameworkOf(
  { accounts, frameworks }: Pick<Stores, "accounts" | "frameworks">,
  accountId: AccountId,
): Promise<Framework> {
  const account = await accounts.find(accountId);
  return account === null ? defaultFramework : await frameworks.read(account.organisationId);
}
