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
  /** Whoever signs in by this name; a closed account is not found, and keeps its name. */
  findByName(name: string): Promise<Account | null>;
  /** A closed account too: its name stands on what was made. */
  find(accountId: AccountId): Promise<Account | null>;
  /** Null when it is closed. */
  findOpen(accountId: AccountId): Promise<Account | null>;
  /** Since when nobody signs in by it; null opens it again. */
  setClosed(accountId: AccountId, closedAtMs: number | null): Promise<void>;
  /** The account made by the set-up, or null before it. */
  first(): Promise<Account | null>;
}
