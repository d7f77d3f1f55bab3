import { WebSocket } from "ws";
import * as Y from "yjs";
import { fence, greeting, hear, syncFrame } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";

/** Where and as whom a client connects. */
export interface Door {
  readonly url: string;
  readonly room: string;
  readonly dialect: Dialect;
  readonly headers: Record<string, string>;
}

/** What a client does besides keeping its document. */
export interface ClientOptions {
  /** Called with the updates of others as they come, before they are applied. */
  readonly onUpdate?: (update: Uint8Array) => void;
  /** Only hands updates on: for load, where the one process stands for hundreds of people. */
  readonly appliesNothing?: boolean;
}

/** One person's connection that speaks the public protocol and nothing else. */
export type BenchClient = Awaited<ReturnType<typeof openClient>>;

const openMs = 15_000;

/** Connects; resolves when the server has answered the first state vector ("in sync"). */
export async function openClient(door: Door, options: ClientOptions = {}) {
  const { dialect, room, headers } = door;
  const doc = new Y.Doc();
  const displayed: Uint8Array[] = [];
  let waiting: { state: Uint8Array; counter: number }[] = [];
  let acknowledged: Uint8Array | null = null;
  /** Fences sent to ours; updates sent to Hocuspocus, which answers each with one status. */
  let asked = 0;
  let answered = 0;
  let closedWith: number | null = null;
  const socket = new WebSocket(door.url, { headers, perMessageDeflate: false });
  const send = (frame: Uint8Array) => {
    if (socket.readyState === socket.OPEN) socket.send(frame);
  };

  const synced = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer to the state vector")), openMs);
    socket.on("open", () => {
      const hello = greeting(dialect, room);
      if (hello !== null) send(hello);
      send(syncFrame(dialect, room, "state-vector", Y.encodeStateVector(doc)));
    });
    socket.on("error", () => undefined); // a close follows
    socket.on("close", (code) => {
      closedWith = code;
      clearTimeout(timer);
      reject(new Error(`closed with ${code}`));
    });
    socket.on("message", (data: Buffer) => {
      const heard = hear(dialect, new Uint8Array(data));
      switch (heard.kind) {
        case "state-vector":
          if (dialect === "hocuspocus") asked += 1;
          return send(syncFrame(dialect, room, "missing", Y.encodeStateAsUpdate(doc, heard.bytes)));
        case "missing":
          Y.applyUpdate(doc, heard.bytes, "server");
          clearTimeout(timer);
          return resolve();
        case "update":
          options.onUpdate?.(heard.bytes);
          if (options.appliesNothing === true) return undefined;
          displayed.push(heard.bytes);
          return Y.applyUpdate(doc, heard.bytes, "server");
        case "acknowledged":
          return acknowledge(heard.counter);
        case "other":
          return undefined;
      }
    });
  });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return;
    if (dialect === "hocuspocus") asked += 1;
    send(syncFrame(dialect, room, "update", update));
  });

  function acknowledge(counter: number | null): void {
    answered = counter ?? answered + 1;
    const reached = waiting.findLast((each) => each.counter <= answered);
    if (reached === undefined) return;
    acknowledged = reached.state;
    waiting = waiting.filter((each) => each.counter > reached.counter);
  }

  await synced;
  return {
    doc,
    send,
    /** Every update of others that was applied here, and so could be seen. */
    displayed: displayed as readonly Uint8Array[],
    acknowledged: () => acknowledged,
    closedWith: () => closedWith,
    /** Asks whether what is there now is kept. */
    askKept: () => {
      if (dialect === "y-websocket") asked += 1;
      waiting.push({ state: Y.encodeStateAsUpdate(doc), counter: asked });
      if (dialect === "y-websocket") send(fence(asked));
    },
    close: () => {
      socket.removeAllListeners("message");
      socket.terminate();
    },
  };
}
