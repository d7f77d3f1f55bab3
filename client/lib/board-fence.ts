/**
 * Whether what this person wrote is kept, as a pure machine. After local edits a counter (a fence) goes
 * to the server, which sends it back once everything before it is on disk. Only such an answer makes
 * words "saved": not the sending, not a state vector (deletions do not move one).
 */

/** Why the board does not come back by itself; each is a close code of the server. */
export type BoardStopReason =
  | "revoked"
  | "forbidden"
  | "ended"
  | "epoch-changed"
  | "diverged"
  | "moved-tab"
  | "frozen"
  | "closed";

/** What the chip says. `opening` has not met the server yet in this page. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "kept"; readonly unsaved: boolean }
  | { readonly kind: "stopped"; readonly reason: BoardStopReason; readonly unsaved: boolean };

/**
 * `settled`: this connection has sent the server everything the document held, so that a fence covers it.
 * An edit belongs to the first fence sent after it; counters never go back within a page.
 */
export interface FenceState {
  readonly link: "settled" | "settling" | "lost";
  /** Whether the board has arrived in this page at all. */
  readonly hasOpened: boolean;
  readonly stopped: BoardStopReason | null;
  /** The last counter sent, on any connection. */
  readonly sent: number;
  /** The lowest counter of this connection: an answer below it belongs to one that is gone. */
  readonly firstOfConnection: number;
  readonly answered: number;
  /** The fence that will cover the last local edit, or 0 when nothing was written. */
  readonly needed: number;
}

/** What happens to a board, as far as saving is concerned. */
export type FenceEvent =
  | { readonly kind: "edited" }
  | { readonly kind: "connected" }
  | { readonly kind: "settled" }
  | { readonly kind: "fence-sent" }
  | { readonly kind: "answered"; readonly counter: number }
  | { readonly kind: "lost" }
  | { readonly kind: "stopped"; readonly reason: BoardStopReason };

/** A page that has written nothing; `withUnsaved` when it found unsaved words of before a reload. */
export function newFence(withUnsaved: boolean): FenceState {
  return {
    link: "lost",
    hasOpened: false,
    stopped: null,
    sent: 0,
    firstOfConnection: 1,
    answered: 0,
    needed: withUnsaved ? 1 : 0,
  };
}

/** The state after an event; never mutates. */
export function fenceAfter(state: FenceState, event: FenceEvent): FenceState {
  switch (event.kind) {
    case "edited":
      return { ...state, needed: state.sent + 1 };
    case "connected":
      return { ...state, stopped: null, link: "settling", firstOfConnection: state.sent + 1 };
    case "settled":
      return state.link === "settling" ? { ...state, link: "settled", hasOpened: true } : state;
    case "fence-sent":
      return { ...state, sent: state.sent + 1 };
    case "answered":
      return answered(state, event.counter);
    case "lost":
      return lost(state);
    case "stopped":
      return { ...state, link: "lost", stopped: event.reason };
  }
}

function answered(state: FenceState, counter: number): FenceState {
  if (state.link !== "settled") return state;
  const isOfThisConnection = counter >= state.firstOfConnection && counter <= state.sent;
  return isOfThisConnection ? { ...state, answered: Math.max(state.answered, counter) } : state;
}

/** Edits whose fence was not answered wait for a fence of the next connection. */
function lost(state: FenceState): FenceState {
  const needed = hasUnsaved(state) ? state.sent + 1 : state.needed;
  return { ...state, link: "lost", needed };
}

/** Whether words of this page are not yet known to be on the server's disk. */
export function hasUnsaved(state: FenceState): boolean {
  return state.needed > state.answered;
}

/** Whether a fence should be sent now: there are edits that no fence sent on this connection covers. */
export function wantsFence(state: FenceState): boolean {
  return state.link === "settled" && state.needed > state.sent;
}

/** Whether this page's board takes no more words, whatever comes; another tab may give its seat back. */
export function isOver({ stopped }: FenceState): boolean {
  return stopped !== null && stopped !== "moved-tab";
}

/** What is honest to show. */
export function saveStateOf(state: FenceState): SaveState {
  const unsaved = hasUnsaved(state);
  if (state.stopped !== null) return { kind: "stopped", reason: state.stopped, unsaved };
  if (!state.hasOpened) return { kind: "opening" };
  if (state.link === "lost") return { kind: "kept", unsaved };
  return unsaved ? { kind: "saving" } : { kind: "saved" };
}
