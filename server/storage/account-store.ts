import type { AccountId, OrganisationId } from "#shared/domain/ids.ts";
import type { AccountRole } from "#shared/domain/organisation.ts";

/** Somebody who signs in. The password is stored as an argon2id hash only. */
export interface Account {
  readonly accountId: AccountId;
  readonly organisationId: OrganisationId;
  readonly role: AccountRole;
  readonly name: string;
  readonly passwordHash: string;
}

/** Who may sign in. */
export interface AccountStore {
  count(): Promise<number>;
  /** Adds the account, and its organisation when that is new. False when the name is taken. */
  add(account: Account, atMs: number): Promise<boolean>;
  findByName(name: string): Promise<Account | null>;
  find(accountId: AccountId): Promise<Account | null>;
  /** The account made by the set-up, or null before it. */
  first(): Promise<Account | null>;
}
