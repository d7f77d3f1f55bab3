import { createHash } from "node:crypto";
import { runnerImport } from "vite";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** The number of the message that asks whether everything before it is on disk. */
const fence = 101;

const shared = async (path) => (await runnerImport(path, { logLevel: "warn" })).module;
const { readBoardContent } = await shared("./shared/board/read-board-content.ts");
const { canonicalJson } = await shared("./shared/board/board-content.ts");

/** The board over y-websocket's own provider, with the fence that tells when all is on disk. */
export async function openBoard(origin, reviewId, tabId, headers) {
  class OwnSocket extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/yjs`, reviewId, doc, {
    params: { tab: tabId },
    WebSocketPolyfill: OwnSocket,
    disableBc: true,
  });
  let answered = null;
  provider.messageHandlers[fence] = (_encoder, decoder) => {
    decoder.pos = decoder.arr.length;
    answered?.();
  };
  await new Promise((resolve) => provider.once("sync", resolve));

  return {
    /** The card `id` of a root, once the server has made it. */
    async entry(root, id) {
      const map = doc.getMap(root);
      while (!map.has(id)) await changed(map);
      return map.get(id);
    },
    /** The cards of a root, in the order of the board. */
    cards: (root) => [...doc.getMap(root).values()].sort((a, b) => a.get("order") - b.get("order")),
    focus: () => doc.getMap("focus"),
    /** What agreeing to this board agrees to. */
    hash: () =>
      createHash("sha256")
        .update(canonicalJson(readBoardContent(doc)))
        .digest("hex"),
    /** Resolves once this board says the same as one with this hash. */
    async untilSays(hash) {
      while (this.hash() !== hash) await new Promise((resolve) => doc.once("update", resolve));
    },
    saved: () =>
      new Promise((resolve) => {
        answered = resolve;
        provider.ws.send(Uint8Array.of(fence, 1));
      }),
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

function changed(map) {
  return new Promise((resolve) => {
    const listener = () => {
      map.unobserveDeep(listener);
      resolve();
    };
    map.observeDeep(listener);
  });
}
