import type { AccountId } from "#shared/domain/ids.ts";

/** Whether a page of a guider's is open, so that a knock is heard by somebody. */
export interface GuiderPresence {
  isHere(guiderId: AccountId): boolean;
  /** A page was opened; call what it returns when that page closes. */
  arrive(guiderId: AccountId): () => void;
}

/** Counts open pages; `changed` is called when a guider's first page opens or the last one closes. */
export function createGuiderPresence(changed: (guiderId: AccountId) => void): GuiderPresence {
  const pages = new Map<AccountId, number>();

  function count(guiderId: AccountId, by: 1 | -1): void {
    const before = pages.get(guiderId) ?? 0;
    const after = before + by;
    if (after === 0) pages.delete(guiderId);
    else pages.set(guiderId, after);
    if (before === 0 || after === 0) changed(guiderId);
  }

  return {
    isHere: (guiderId) => pages.has(guiderId),
    arrive: (guiderId) => {
      let isOpen = true;
      count(guiderId, 1);
      return () => {
        if (isOpen) count(guiderId, -1);
        isOpen = false;
      };
    },
  };
}
