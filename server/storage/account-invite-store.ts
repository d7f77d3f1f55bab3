import type { Account } from "#server/storage/account-store.ts";
import type { AccountInviteId, OrganisationId } from "#shared/domain/ids.ts";
import type { AccountInvite } from "#shared/domain/organisation.ts";

/** A colleague's set-up link. The secret is stored as its SHA-256 only. */
export interface StoredAccountInvite extends AccountInvite {
  readonly organisationId: OrganisationId;
  readonly secretHash: string;
}

/** What became of a set-up link: only `joined` used it up. */
export type JoinOutcome = "joined" | "name-taken" | "link-ended";

/** Set-up links for colleagues. One that was used, ended or is past its time is not there. */
export interface AccountInviteStore {
  /** Adds a link, and forgets those that are past their time. */
  add(invite: StoredAccountInvite, atMs: number): Promise<void>;
  /** The link, unless its time has passed at `atMs`. */
  find(secretHash: string, atMs: number): Promise<StoredAccountInvite | null>;
  /** The organisation's links that can be used at `atMs`, the oldest first. */
  listOf(organisationId: OrganisationId, atMs: number): Promise<AccountInvite[]>;
  /** Ends a link of this organisation; another's stays. */
  end(organisationId: OrganisationId, accountInviteId: AccountInviteId): Promise<void>;
  /** Adds the account with the link's organisation and role, and ends the link, both or neither. */
  use(
    secretHash: string,
    newcomer: Pick<Account, "accountId" | "name" | "passwordHash">,
    atMs: number,
  ): Promise<JoinOutcome>;
}
