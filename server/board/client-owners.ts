import type { ClientOwner } from "#server/storage/stores.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";

type Owner = ParticipantId | "server";

/**
 * Whom each Yjs client id belongs to: the participant who used it first, in a presence frame or in an
 * edit. Ids of edits are kept with the board.
 */
export class ClientOwners {
  readonly #owners = new Map<number, Owner>();
  readonly #kept = new Set<number>();

  constructor(kept: readonly ClientOwner[]) {
    for (const { clientId, participantId } of kept) {
      this.#owners.set(clientId, participantId);
      this.#kept.add(clientId);
    }
  }

  /** Whether `participantId` may use this id: it is free or theirs. */
  mayUse(clientId: number, participantId: ParticipantId): boolean {
    const owner = this.#owners.get(clientId);
    return owner === undefined || owner === participantId;
  }

  isNew(clientId: number): boolean {
    return !this.#owners.has(clientId);
  }

  /** Binds an id that `mayUse` allowed. */
  claim(clientId: number, owner: Owner): void {
    this.#owners.set(clientId, owner);
  }

  /** Those of the ids that are not kept with the board yet, to be stored with the edit that uses them. */
  toKeep(clientIds: readonly number[], owner: Owner): ClientOwner[] {
    return clientIds
      .filter((clientId) => !this.#kept.has(clientId))
      .map((clientId) => ({ clientId, participantId: owner }));
  }

  markKept(owners: readonly ClientOwner[]): void {
    for (const { clientId } of owners) this.#kept.add(clientId);
  }

  /** The id the server writes under, when one was kept. */
  get serverClientId(): number | null {
    for (const [clientId, owner] of this.#owners) if (owner === "server") return clientId;
    return null;
  }
}
