import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Updates that no browser of ours would send, written by hand in Yjs' V1 encoding. */

type Write = (encoder: encoding.Encoder) => void;

/** An update of raw parts: numbers as varints, strings as var-strings. */
export function encodeParts(...parts: (number | string | { byte: number })[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === "number") encoding.writeVarUint(encoder, part);
    else if (typeof part === "string") encoding.writeVarString(encoder, part);
    else encoding.writeUint8(encoder, part.byte);
  }
  return encoding.toUint8Array(encoder);
}

/** Names `clients` client ids with one deleted run each: the update that stops Yjs for seconds. */
export function manyClients(clients: number): Uint8Array {
  return encodeWith((encoder) => {
    encoding.writeVarUint(encoder, clients);
    for (let clientId = 1; clientId <= clients; clientId++) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, clientId * 7919);
      encoding.writeVarUint(encoder, 0);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** Seven bytes that make Yjs allocate for as many structs as they declare. */
export function declaredStructs(structs: number): Uint8Array {
  return encodeParts(1, structs, 5, 0);
}

/** Many single deletions of a text the receiver knows, every other character. */
export function scatteredDeletes(clientId: number, fromClock: number, ranges: number): Uint8Array {
  return encodeWith((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, ranges);
    for (let index = 0; index < ranges; index++) {
      encoding.writeVarUint(encoder, fromClock + index * 2);
      encoding.writeVarUint(encoder, 1);
    }
  });
}

/** What `change` adds to a copy of a document, as the browser with this client id would send it. */
export function editOf(
  doc: Y.Doc,
  change: (copy: Y.Doc) => void,
  clientId: number = doc.clientID,
): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const before = Y.encodeStateVector(copy);
  let update: Uint8Array | null = null;
  copy.on("update", (bytes: Uint8Array) => (update = bytes));
  copy.transact(() => change(copy));
  const whole = update ?? Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return whole;
}

function encodeWith(write: Write): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
