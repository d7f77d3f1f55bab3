import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { fenceMessageType } from "#shared/protocol/board-socket.ts";

/** y-websocket's protocol as such, or as Hocuspocus wraps it: the document's name before each message. */
export type Dialect = "y-websocket" | "hocuspocus";

/** What a server said, as far as the benchmark asks. */
export type Heard =
  | { readonly kind: "state-vector" | "missing" | "update"; readonly bytes: Uint8Array }
  /** Everything sent up to here is said to be kept (for ours: up to this fence). */
  | { readonly kind: "acknowledged"; readonly counter: number | null }
  | { readonly kind: "other" };

const steps = ["state-vector", "missing", "update"] as const;
const sync = 0;
const hocuspocus = { auth: 2, token: 0, syncReply: 4, syncStatus: 8 } as const;

function write(dialect: Dialect, room: string, body: (encoder: encoding.Encoder) => void) {
  const encoder = encoding.createEncoder();
  if (dialect === "hocuspocus") encoding.writeVarString(encoder, room);
  body(encoder);
  return encoding.toUint8Array(encoder);
}

/** One step of the synchronisation. */
export const syncFrame = (
  dialect: Dialect,
  room: string,
  step: (typeof steps)[number],
  bytes: Uint8Array,
): Uint8Array =>
  write(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, steps.indexOf(step));
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** What a client of this dialect says first, or null. */
export const greeting = (dialect: Dialect, room: string): Uint8Array | null =>
  dialect === "y-websocket"
    ? null
    : write(dialect, room, (encoder) => {
        encoding.writeVarUint(encoder, hocuspocus.auth);
        encoding.writeVarUint(encoder, hocuspocus.token);
        encoding.writeVarString(encoder, "");
      });

/** Asks our server to say when everything before is on disk; servers that do not know it pass it over. */
export const fence = (counter: number): Uint8Array =>
  write("y-websocket", "", (encoder) => {
    encoding.writeVarUint(encoder, fenceMessageType);
    encoding.writeVarUint(encoder, counter);
  });

/** Takes a frame of a server apart. The bytes must be their own buffer's whole. */
export function hear(dialect: Dialect, frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame);
  if (dialect === "y-websocket") return hearPlain(decoder);
  decoding.readVarString(decoder); // the document's name
  const type = decoding.readVarUint(decoder);
  if (type === sync || type === hocuspocus.syncReply) return hearSync(decoder);
  const isKept = type === hocuspocus.syncStatus && decoding.readVarUint(decoder) === 1;
  return isKept ? { kind: "acknowledged", counter: null } : { kind: "other" };
}

function hearPlain(decoder: decoding.Decoder): Heard {
  const type = decoding.readVarUint(decoder);
  if (type === sync) return hearSync(decoder);
  if (type !== fenceMessageType) return { kind: "other" };
  return { kind: "acknowledged", counter: decoding.readVarUint(decoder) };
}

function hearSync(decoder: decoding.Decoder): Heard {
  const kind = steps[decoding.readVarUint(decoder)];
  if (kind === undefined) return { kind: "other" };
  return { kind, bytes: decoding.readVarUint8Array(decoder).slice() };
}
