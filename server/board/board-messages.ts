import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Result } from "#shared/lib/result.ts";
import { fail, ok } from "#shared/lib/result.ts";

/** The y-websocket protocol's message types, and our own fence. */
const types = { sync: 0, awareness: 1, queryAwareness: 3, fence: 101 } as const;
const syncSteps = { stateVector: 0, missing: 1, update: 2 } as const;

/** The most client ids a state vector may name; a board of hundreds of page loads stays far below. */
const stateVectorClients = 10_000;

/** One message of a browser, taken apart but not yet trusted. */
export type BoardMessage =
  | { readonly kind: "state-vector"; readonly bytes: Uint8Array }
  /** `resync`: the answer to our state vector. */
  | { readonly kind: "update"; readonly bytes: Uint8Array; readonly resync: boolean }
  | { readonly kind: "awareness"; readonly bytes: Uint8Array }
  | { readonly kind: "query-awareness" }
  | { readonly kind: "fence"; readonly counter: number }
  | { readonly kind: "unknown" };

/** Takes one frame apart. `frame` must own its whole buffer, since lib0 reads by buffer, not by view. */
export function readMessage(frame: Uint8Array): Result<BoardMessage, "malformed"> {
  const decoder = decoding.createDecoder(frame);
  try {
    const message = readBody(decoder);
    if (message.kind !== "unknown" && decoding.hasContent(decoder)) return fail("malformed");
    return ok(message);
  } catch {
    return fail("malformed"); // lib0 throws where its bytes end
  }
}

function readBody(decoder: decoding.Decoder): BoardMessage {
  switch (decoding.readVarUint(decoder)) {
    case types.sync:
      return readSync(decoder);
    case types.awareness:
      return { kind: "awareness", bytes: readBytes(decoder) };
    case types.queryAwareness:
      return { kind: "query-awareness" };
    case types.fence:
      return { kind: "fence", counter: decoding.readVarUint(decoder) };
    default:
      return { kind: "unknown" };
  }
}

function readSync(decoder: decoding.Decoder): BoardMessage {
  const step = decoding.readVarUint(decoder);
  if (step === syncSteps.stateVector) return { kind: "state-vector", bytes: readBytes(decoder) };
  if (step !== syncSteps.missing && step !== syncSteps.update) return { kind: "unknown" };
  return { kind: "update", bytes: readBytes(decoder), resync: step === syncSteps.missing };
}

function readBytes(decoder: decoding.Decoder): Uint8Array {
  return decoding.readVarUint8Array(decoder).slice(); // a copy: the next reader must not see past its end
}

/** Whether a state vector is whole and small, checked before Yjs reads it. */
export function isStateVector(bytes: Uint8Array): boolean {
  const decoder = decoding.createDecoder(bytes);
  try {
    const clients = decoding.readVarUint(decoder);
    if (clients > stateVectorClients) return false;
    for (let index = 0; index < clients * 2; index++) decoding.readVarUint(decoder);
    return !decoding.hasContent(decoder);
  } catch {
    return false; // it ended early
  }
}

function writeSync(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, types.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** Asks a browser for what the server does not have yet. */
export function stateVectorFrame(doc: Y.Doc): Uint8Array {
  return writeSync(syncSteps.stateVector, Y.encodeStateVector(doc));
}

/** Everything of the document that a browser with this state vector is missing. */
export function missingFrame(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return writeSync(syncSteps.missing, Y.encodeStateAsUpdate(doc, stateVector));
}

/** One committed edit. */
export function updateFrame(bytes: Uint8Array): Uint8Array {
  return writeSync(syncSteps.update, bytes);
}

/** Says that everything the browser sent before its fence is on disk. */
export function fenceFrame(counter: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, types.fence);
  encoding.writeVarUint(encoder, counter);
  return encoding.toUint8Array(encoder);
}

/** One entry of presence as it goes out; `state` null takes it away. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Readonly<Record<string, unknown>> | null;
}

/** Presence of the given clients; with none it is a sign of life that every client understands. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, types.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}
