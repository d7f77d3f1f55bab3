import * as encoding from "lib0/encoding";

/** Yjs' V1 encoding by hand, so that a trial can write what Yjs itself never would. */
export type Write = (encoder: encoding.Encoder) => void;

/** A client id and a place on its clock. */
export type Id = readonly [clientId: number, clock: number];

/** Where a forged item says that it belongs: beside others, or alone in a parent (under a key). */
export interface Place {
  readonly left?: Id;
  readonly right?: Id;
  readonly parent?: Id;
  readonly key?: string;
}

/** The structs one client is said to have written from a place of its clock on. */
export interface Section {
  readonly clientId: number;
  readonly clock: number;
  readonly structs: readonly Write[];
}

/** The deletions of one client, as pairs of a clock and a length. */
export type Deletions = readonly (readonly [clientId: number, ranges: readonly Id[]])[];

/** The bytes that these writers make. */
export function encode(...writers: readonly Write[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const write of writers) write(encoder);
  return encoding.toUint8Array(encoder);
}

/** A number as Yjs writes it. */
export const number =
  (value: number): Write =>
  (encoder) =>
    encoding.writeVarUint(encoder, value);

/** A text with its length before it. */
export const words =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value);

/** Bytes with their length before them. */
export const block =
  (bytes: Uint8Array): Write =>
  (encoder) =>
    encoding.writeVarUint8Array(encoder, bytes);

/** A whole update, whatever its parts say. */
export function forgeUpdate(sections: readonly Section[], deletions: Deletions = []): Uint8Array {
  return encode(
    number(sections.length),
    ...sections.flatMap(({ clientId, clock, structs }) => [
      number(structs.length),
      number(clientId),
      number(clock),
      ...structs,
    ]),
    number(deletions.length),
    ...deletions.flatMap(([clientId, ranges]) => [
      number(clientId),
      number(ranges.length),
      ...ranges.flat().map(number),
    ]),
  );
}

/** An item of a kind (the low bits of its first byte) at a place, with its content behind. */
export function item(kind: number, place: Place, content: Write): Write {
  const { left, right, parent = [0, 0], key } = place;
  const hasNeighbour = left !== undefined || right !== undefined;
  return (encoder) => {
    const bits =
      (left === undefined ? 0 : 0x80) |
      (right === undefined ? 0 : 0x40) |
      (key === undefined ? 0 : 0x20);
    encoding.writeUint8(encoder, kind | bits);
    for (const value of [...(left ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, value);
    if (!hasNeighbour) {
      for (const value of [0, ...parent]) encoding.writeVarUint(encoder, value);
      if (key !== undefined) encoding.writeVarString(encoder, key);
    }
    content(encoder);
  };
}

/** A piece of text at a place. */
export const textItem = (place: Place, value: string): Write => item(4, place, words(value));

/** A list of plain values at a place. */
export const valuesItem = (place: Place, values: readonly unknown[]): Write =>
  item(8, place, (encoder) => {
    encoding.writeVarUint(encoder, values.length);
    // lib0 takes whatever JSON could hold, which is all that is given here
    for (const value of values) encoding.writeAny(encoder, value as null);
  });

/** One frame of y-websocket's protocol: a type, for sync a step, and a block. */
export const frameOf = (types: readonly number[], body: Uint8Array): Uint8Array =>
  encode(...types.map(number), block(body));

/** An update as a live edit, or as the answer to the server's state vector. */
export const editFrame = (update: Uint8Array, isAnswer = false): Uint8Array =>
  frameOf([0, isAnswer ? 1 : 2], update);
