import type { ParticipantId } from "#shared/domain/ids.ts";

/** One open tab of a participant. */
export interface Tab {
  readonly tabId: string;
  readonly sessionId: string;
  readonly participantId: ParticipantId;
}

/** Which tabs are open in a room, and which tab of each participant has the seat. */
export interface Seats {
  /** Lets a tab in. With `takeSeat`, or when the seat is free, it gets the seat; the tab that loses it is answered. */
  enter(tab: Tab, takeSeat: boolean): { readonly displaced: Tab | null };
  take(tab: Tab): { readonly displaced: Tab | null };
  leave(tab: Tab): void;
  isOpen(tab: Tab): boolean;
  isSeated(tab: Tab): boolean;
  /** Whether any tab of this participant is open. */
  has(participantId: ParticipantId): boolean;
  /** Open tabs, seated or not. */
  readonly size: number;
  /** Seats that are taken: people who can see the picture. */
  readonly taken: number;
}

/** One seat a participant, however many tabs. A tab object stands for one connection. */
export function createSeats(): Seats {
  const open = new Set<Tab>();
  const seated = new Map<ParticipantId, Tab>();

  function take(tab: Tab): { displaced: Tab | null } {
    const before = seated.get(tab.participantId);
    seated.set(tab.participantId, tab);
    const moved = before !== undefined && before.tabId !== tab.tabId && open.has(before);
    return { displaced: moved ? before : null };
  }

  return {
    enter(tab, takeSeat) {
      open.add(tab);
      const holder = seated.get(tab.participantId);
      const free = holder === undefined || holder.tabId === tab.tabId;
      return takeSeat || free ? take(tab) : { displaced: null };
    },
    take,
    leave(tab) {
      open.delete(tab);
      if (seated.get(tab.participantId) === tab) seated.delete(tab.participantId);
    },
    isOpen: (tab) => open.has(tab),
    isSeated: (tab) => seated.get(tab.participantId) === tab,
    has: (participantId) => [...open].some((tab) => tab.participantId === participantId),
    get size() {
      return open.size;
    },
    get taken() {
      return seated.size;
    },
  };
}
