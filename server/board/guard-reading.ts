import * as decoding from "lib0/decoding";
import type { GuardRefusal } from "./guard-limits.ts";

/** Ends the walk of an update; caught by the guard, which turns it into a refusal. */
export class Malformed extends Error {
  readonly reason: GuardRefusal;

  constructor(reason: GuardRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** One byte; lib0 itself would go on past the end. */
export function readByte(decoder: decoding.Decoder): number {
  const byte = decoder.arr[decoder.pos];
  if (byte === undefined) throw new Malformed("malformed");
  decoder.pos += 1;
  return byte;
}

/** A length or count that must be at least one: Yjs never writes an empty struct or range. */
export function readLength(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  if (length < 1) throw new Malformed("malformed");
  return length;
}

/** Steps over `count` bytes that must be there. */
export function skipBytes(decoder: decoding.Decoder, count: number): void {
  if (decoder.pos + count > decoder.arr.length) throw new Malformed("malformed");
  decoder.pos += count;
}

const deepestValue = 16;

/** Tags of lib0's `any` encoding whose values have a fixed size: undefined, null, booleans, numbers. */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  [127, 0],
  [126, 0],
  [124, 4],
  [123, 8],
  [122, 8],
  [121, 0],
  [120, 0],
]);
const tags = { integer: 125, string: 119, object: 118, array: 117, bytes: 116 } as const;

/** How many values may still be read, those inside others counted too. */
interface Allowance {
  values: number;
}

/** Steps over one value in lib0's `any` encoding, at most 16 levels deep, reading no further than it is. */
export function skipAny(decoder: decoding.Decoder, allowance: Allowance, depth = 0): void {
  if (depth > deepestValue) throw new Malformed("malformed");
  allowance.values -= 1;
  if (allowance.values < 0) throw new Malformed("too-large");
  const tag = readByte(decoder);
  const fixedSize = fixedSizes.get(tag);
  if (fixedSize !== undefined) return skipBytes(decoder, fixedSize);
  switch (tag) {
    case tags.integer:
      decoding.readVarInt(decoder);
      return;
    case tags.string:
    case tags.bytes:
      return skipBytes(decoder, decoding.readVarUint(decoder));
    case tags.object:
    case tags.array:
      return skipMembers(decoder, allowance, depth, tag === tags.object);
    default:
      throw new Malformed("malformed");
  }
}

function skipMembers(
  decoder: decoding.Decoder,
  allowance: Allowance,
  depth: number,
  named: boolean,
): void {
  const members = decoding.readVarUint(decoder);
  for (let index = 0; index < members; index++) {
    if (named) skipBytes(decoder, decoding.readVarUint(decoder));
    skipAny(decoder, allowance, depth + 1); // reads at least one byte, so the bytes end the loop
  }
}
