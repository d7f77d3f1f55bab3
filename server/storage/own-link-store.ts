import type { InviteId, PersonId } from "#shared/domain/ids.ts";

/** A link that opens a person's own place in one more browser. Of its secret the hash alone is kept. */
export interface StoredOwnLink {
  readonly personId: PersonId;
  /** The review link by which the new browser is known. */
  readonly inviteId: InviteId;
  readonly secretHash: string;
  readonly closesAtMs: number;
}

/** Links to own places. A person has one at a time. */
export interface OwnLinkStore {
  /** Replaces the one there was. */
  put(link: StoredOwnLink, atMs: number): Promise<void>;
  /** The link behind a secret's hash, while it is open. */
  find(secretHash: string, atMs: number): Promise<StoredOwnLink | null>;
  /** Uses it up: true for the first who asks and for nobody after. */
  take(secretHash: string): Promise<boolean>;
  /** Until when the person's link waits; null: none does. */
  waitsUntilMs(personId: PersonId, atMs: number): Promise<number | null>;
  end(personId: PersonId): Promise<void>;
}
