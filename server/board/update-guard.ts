import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import { readDeleteSet } from "./guard-deletes.ts";
import type { GuardLimits, GuardRefusal } from "./guard-limits.ts";
import { Malformed, readLength } from "./guard-reading.ts";
import { readStruct } from "./guard-structs.ts";
import { stateOf } from "./struct-store.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/**
 * Yjs can be stopped for seconds by a small update that declares thousands of clients, structs or
 * lengths. So every update is walked here once before Yjs sees it, in time linear in its bytes, never
 * allocating by a declared count. What passes is known to be small, whole, without a gap in its clocks,
 * and to hold nothing but plain text, plain values and deletions.
 */

/** What an accepted update would add: under which client ids it writes, and how much work it is. */
export interface UpdateFacts {
  readonly writers: readonly number[];
  readonly structs: number;
  readonly newRanges: number;
}

/** Walks a V1 update against the document it would be applied to; nothing is changed. */
export function inspectUpdate(
  bytes: Uint8Array,
  doc: Y.Doc,
  limits: GuardLimits,
): Result<UpdateFacts, GuardRefusal> {
  if (bytes.byteLength > limits.bytes) return fail("too-large");
  const decoder = decoding.createDecoder(bytes);
  try {
    const { structs, writtenTo } = readClients(decoder, doc, limits);
    const newRanges = readDeleteSet(decoder, doc, writtenTo, limits);
    if (decoding.hasContent(decoder)) return fail("malformed");
    return ok({ writers: [...writtenTo.keys()], structs, newRanges });
  } catch (error) {
    // lib0 throws plain errors at the end of its bytes and at bad UTF-8: both mean a malformed update
    return fail(error instanceof Malformed ? error.reason : "malformed");
  }
}

interface ReadClients {
  readonly structs: number;
  /** Client id to the clock its new structs reach; clients without anything new are left out. */
  readonly writtenTo: ReadonlyMap<number, number>;
}

function readClients(decoder: decoding.Decoder, doc: Y.Doc, limits: GuardLimits): ReadClients {
  const clients = decoding.readVarUint(decoder);
  if (clients > limits.clients) throw new Malformed("too-large");
  const seen = new Set<number>();
  const writtenTo = new Map<number, number>();
  let structs = 0;
  for (let index = 0; index < clients; index++) {
    const declared = readLength(decoder);
    const clientId = decoding.readVarUint(decoder);
    if (seen.has(clientId) || clientId > 0xffff_ffff) throw new Malformed("malformed");
    seen.add(clientId);
    structs += declared;
    if (structs > limits.structs) throw new Malformed("too-large");
    const known = stateOf(doc, clientId);
    let clock = decoding.readVarUint(decoder);
    if (clock > known) throw new Malformed("clock-gap");
    const endsAt = clock + limits.bytes;
    for (let count = 0; count < declared; count++) {
      clock += readStruct(decoder);
      // a deleted run is a number only, so its length has to be held to what could have been typed
      if (clock > endsAt) throw new Malformed("too-large");
    }
    if (clock > known) writtenTo.set(clientId, clock);
  }
  return { structs, writtenTo };
}
