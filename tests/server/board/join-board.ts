import { randomUUID } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { readObservations } from "#shared/board/read-board.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { focusOf } from "#shared/board/board-doc.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { BoardHouse, BoardServer, Guest } from "./board-house.ts";

export interface JoinOptions {
  readonly reviewId?: ReviewId;
  readonly doc?: Y.Doc;
  readonly origin?: string;
  readonly epoch?: string;
  readonly tabId?: string;
}

/** A browser at a board: y-websocket's own provider, with the cookie and Origin a browser would send. */
export function joinBoard(
  server: Pick<BoardServer, "port"> & { readonly house: Pick<BoardHouse, "reviewId"> },
  guest: Pick<Guest, "cookie">,
  options: JoinOptions = {},
) {
  const { reviewId = server.house.reviewId, doc = new Y.Doc() } = options;
  const origin = options.origin ?? `http://127.0.0.1:${String(server.port)}`;
  class BrowserSocket extends WebSocket {
    constructor(url: string | URL, protocols: string[]) {
      super(url, protocols, { headers: { cookie: guest.cookie, origin } });
    }
  }
  const { tabId = randomUUID() } = options;
  const epoch = options.epoch === undefined ? {} : { epoch: options.epoch };
  const closeCodes: number[] = [];
  const provider = new WebsocketProvider(
    `ws://127.0.0.1:${String(server.port)}/yjs`,
    reviewId,
    doc,
    {
      // the provider needs no more of a WebSocket than `ws` has
      WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
      params: { tab: tabId, ...epoch },
      disableBc: true,
      maxBackoffTime: 100,
    },
  );
  provider.on("connection-close", (event) => {
    if (event !== null) closeCodes.push(event.code);
  });
  onTestFinished(() => provider.destroy());

  let lastFence = 0;
  let lastAnswer = 0;
  provider.messageHandlers[101] = (_encoder, decoder) => {
    lastAnswer = decoding.readVarUint(decoder);
  };
  return {
    provider,
    doc,
    tabId,
    closeCodes,
    synced: () => vi.waitFor(() => expectTrue(provider.synced), waiting),
    closedWith: (code: number) => vi.waitFor(() => expectTrue(closeCodes.includes(code)), waiting),
    /** Sends a fence; resolves once the server has answered it. */
    sendFence: () => {
      lastFence += 1;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 101);
      encoding.writeVarUint(encoder, lastFence);
      sendRaw(provider, encoding.toUint8Array(encoder));
      const awaited = lastFence;
      return { answered: () => vi.waitFor(() => expectTrue(lastAnswer >= awaited), waiting) };
    },
    lastAnswer: () => lastAnswer,
  };
}
export type Joined = ReturnType<typeof joinBoard>;

export const waiting = { timeout: 8_000, interval: 10 };

function expectTrue(value: boolean): void {
  if (!value) throw new Error("not yet");
}

/** Sends bytes as they are, past everything a provider would do. */
export function sendRaw(provider: WebsocketProvider, frame: Uint8Array): void {
  provider.ws?.send(frame as Uint8Array<ArrayBuffer>); // made by lib0 over a plain ArrayBuffer
}

/** Wraps an update as a live edit. */
export function updateMessage(update: Uint8Array, step = 2): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** Opens an observation as the room would. */
export async function holdMoment(server: BoardServer, momentKey: string = randomUUID()) {
  const { reviewId, guider } = server.house;
  const clipId = clipIdSchema.parse(randomUUID());
  const clip = { clipId, clipRev: "a".repeat(64), frame: 12, heldBy: guider.participantId };
  return await server.boards.holdMoment(reviewId, { momentKey, ...clip });
}

/** The first observation of a document. */
export function firstObservation(doc: Y.Doc): ObservationView {
  const [observation] = readObservations(doc);
  if (observation === undefined) throw new Error("the board has no observation yet");
  return observation;
}

/** The text everybody can write from the first moment on. */
export function helpingQuestionOf(doc: Y.Doc): Y.Text {
  const text = focusOf(doc).get("helpingQuestion");
  if (!(text instanceof Y.Text)) throw new Error("the board has no helping question yet");
  return text;
}
