import * as decoding from "lib0/decoding";
import { Malformed, readByte, readLength, skipAny } from "./guard-reading.ts";

/** Bits of a struct's first byte in Yjs' V1 encoding. */
const hasLeft = 0x80;
const hasRight = 0x40;
const hasKey = 0x20;
const kindBits = 0x1f;

/** The kinds of content a browser has reason to send; everything else is the server's or nobody's. */
const kinds = { collected: 0, deleted: 1, text: 4, values: 8 } as const;

/** A drawing at its fullest has some 1,600 numbers and lists. */
const mostValues = 2_048;

/** Reads one struct and returns its length on the clock; refuses every kind a browser may not write. */
export function readStruct(decoder: decoding.Decoder): number {
  const info = readByte(decoder);
  const kind = info & kindBits;
  if (kind === kinds.collected) return readLength(decoder);
  if (kind !== kinds.deleted && kind !== kinds.text && kind !== kinds.values) {
    throw new Malformed("forbidden-content");
  }
  readPlace(decoder, info);
  if (kind === kinds.deleted) return readLength(decoder);
  if (kind === kinds.text) return readText(decoder);
  return readValues(decoder);
}

/** The neighbours of an item or, when it has none, its parent, which must be a thing the server made. */
function readPlace(decoder: decoding.Decoder, info: number): void {
  if ((info & hasLeft) !== 0) readId(decoder);
  if ((info & hasRight) !== 0) readId(decoder);
  if ((info & (hasLeft | hasRight)) !== 0) return;
  const parentIsRoot = decoding.readVarUint(decoder) === 1;
  if (parentIsRoot) throw new Malformed("forbidden-content");
  // every key browsers may set has a value of the server's, beside which theirs are placed
  if ((info & hasKey) !== 0) throw new Malformed("forbidden-content");
  readId(decoder);
}

function readId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

function readText(decoder: decoding.Decoder): number {
  const { length } = decoding.readVarString(decoder);
  if (length < 1) throw new Malformed("malformed");
  return length;
}

function readValues(decoder: decoding.Decoder): number {
  const count = readLength(decoder);
  const allowance = { values: mostValues };
  for (let index = 0; index < count; index++) skipAny(decoder, allowance);
  return count;
}
