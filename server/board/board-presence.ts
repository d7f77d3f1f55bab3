import * as decoding from "lib0/decoding";
import { presenceFrame } from "./board-messages.ts";
import type { PresenceEntry } from "./board-messages.ts";
import type { ClientOwners } from "./client-owners.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";

/** Somebody whose caret may be shown, as the session says, never as the browser says. */
export interface PresentUser {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: "guider" | "practitioner" | "supervisor";
}

const stateBytes = 2 * 1024;
const entriesPerFrame = 64;

/**
 * Who is writing where. A stock client also sends back what it was told of others, so entries that are
 * not the sender's own are passed over in silence; nothing but the own state ever goes out. The clocks
 * are the server's, and rise over reconnects and restarts, so that nobody's caret is taken for old.
 */
export class BoardPresence {
  readonly #owners: ClientOwners;
  readonly #nowMs: () => number;
  /** The one client id of each connection, and what is shown of it. */
  readonly #shown = new Map<object, PresenceEntry>();
  #lastClock = 0;

  constructor(owners: ClientOwners, nowMs: () => number) {
    this.#owners = owners;
    this.#nowMs = nowMs;
  }

  /** Takes in a presence message; returns the frame for the others, or null when nothing is to be told. */
  receive(connection: object, user: PresentUser, bytes: Uint8Array): Uint8Array | null {
    const own = readEntries(bytes).find((entry) => this.#isOwn(connection, user, entry));
    if (own === undefined) return null;
    const state = own.state === null ? null : { ...own.state, user: { ...user } };
    const entry = { clientId: own.clientId, clock: this.#nextClock(), state };
    this.#owners.claim(own.clientId, user.participantId);
    this.#shown.set(connection, entry);
    return presenceFrame([entry]);
  }

  /** Takes a closed connection's caret away; returns the frame for the others. */
  leave(connection: object): Uint8Array | null {
    const entry = this.#shown.get(connection);
    if (entry === undefined) return null;
    this.#shown.delete(connection);
    const isShownElsewhere = [...this.#shown.values()].some(
      ({ clientId }) => clientId === entry.clientId,
    );
    if (isShownElsewhere || entry.state === null) return null; // the reconnected socket came first
    return presenceFrame([{ ...entry, clock: this.#nextClock(), state: null }]);
  }

  /** Everybody who is shown now, except the asking connection itself. */
  everybody(except: object): Uint8Array {
    const others = [...this.#shown]
      .filter(([connection, entry]) => connection !== except && entry.state !== null)
      .map(([, entry]) => entry);
    return presenceFrame(others);
  }

  #isOwn(connection: object, user: PresentUser, { clientId, state }: ReadEntry): boolean {
    const bound = this.#shown.get(connection);
    if (bound !== undefined) return bound.clientId === clientId;
    return state !== null && this.#owners.mayUse(clientId, user.participantId);
  }

  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#nowMs());
    return this.#lastClock;
  }
}

interface ReadEntry {
  readonly clientId: number;
  readonly state: Record<string, unknown> | null;
}

function readEntries(bytes: Uint8Array): ReadEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: ReadEntry[] = [];
  try {
    const count = decoding.readVarUint(decoder);
    for (let index = 0; index < Math.min(count, entriesPerFrame); index++) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder); // the sender's clock
      const state = readState(decoding.readVarString(decoder));
      if (state !== undefined && clientId <= 0xffff_ffff) entries.push({ clientId, state });
    }
  } catch {
    return []; // a frame that is not whole tells nothing
  }
  return entries;
}

function readState(json: string): Record<string, unknown> | null | undefined {
  if (Buffer.byteLength(json) > stateBytes) return undefined;
  const state: unknown = JSON.parse(json);
  if (state === null) return null;
  if (typeof state !== "object" || Array.isArray(state)) return undefined;
  return { ...state };
}
