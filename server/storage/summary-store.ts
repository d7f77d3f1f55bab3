import type { PersonId, SummaryLinkId } from "#shared/domain/ids.ts";

/** A link to somebody's strengths summary; of its secret only the hash is stored. */
export interface StoredSummaryLink {
  readonly linkId: SummaryLinkId;
  readonly personId: PersonId;
  /** SHA-256 in hex. */
  readonly secretHash: string;
  readonly forWhom: string;
  readonly closesAtMs: number;
  readonly revokedAtMs: number | null;
}

/** Practitioners' strengths summaries, sealed, and the links by which they are read. */
export interface SummaryStore {
  keep(personId: PersonId, sealed: Uint8Array, atMs: number): Promise<void>;
  find(personId: PersonId): Promise<Uint8Array | null>;
  addLink(link: StoredSummaryLink, atMs: number): Promise<void>;
  /** Everybody's who was ever given one, the newest first. */
  linksOf(personId: PersonId): Promise<StoredSummaryLink[]>;
  findLink(secretHash: string): Promise<StoredSummaryLink | null>;
  /** Closes a link of this person; another's, or one that is closed, stays as it is. */
  revokeLink(personId: PersonId, linkId: SummaryLinkId, atMs: number): Promise<void>;
}
