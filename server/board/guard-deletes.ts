import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import { Malformed, readLength } from "./guard-reading.ts";
import { deletedCursor, stateOf } from "./struct-store.ts";
import type { GuardLimits } from "./guard-limits.ts";

/**
 * Reads the deletions of an update and counts those of something still there. Yjs writes them sorted
 * and apart for each client, so anything else is refused and the walk stays linear.
 */
export function readDeleteSet(
  decoder: decoding.Decoder,
  doc: Y.Doc,
  writtenTo: ReadonlyMap<number, number>,
  limits: GuardLimits,
): number {
  const clients = decoding.readVarUint(decoder);
  const seen = new Set<number>();
  const tally = { ranges: 0, newRanges: 0 };
  for (let index = 0; index < clients; index++) {
    const clientId = decoding.readVarUint(decoder);
    if (seen.has(clientId)) throw new Malformed("malformed");
    seen.add(clientId);
    const ranges = readLength(decoder);
    tally.ranges += ranges;
    if (tally.ranges > limits.ranges) throw new Malformed("too-large");
    const reachesTo = writtenTo.get(clientId) ?? stateOf(doc, clientId);
    tally.newRanges += readRanges(decoder, doc, clientId, ranges, reachesTo);
    if (tally.newRanges > limits.newRanges) throw new Malformed("too-large");
  }
  return tally.newRanges;
}

function readRanges(
  decoder: decoding.Decoder,
  doc: Y.Doc,
  clientId: number,
  ranges: number,
  reachesTo: number,
): number {
  const isDeleted = deletedCursor(doc, clientId);
  let newRanges = 0;
  let previousEnd = 0;
  for (let count = 0; count < ranges; count++) {
    const clock = decoding.readVarUint(decoder);
    const end = clock + readLength(decoder);
    if (clock < previousEnd) throw new Malformed("malformed");
    if (end > reachesTo) throw new Malformed("clock-gap");
    previousEnd = end;
    if (!isDeleted(clock, end)) newRanges += 1;
  }
  return newRanges;
}
