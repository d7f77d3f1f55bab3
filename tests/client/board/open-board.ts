import { randomUUID } from "node:crypto";
import { onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { BoardConnection } from "#client/lib/board-connection.ts";
import type { SaveState } from "#client/lib/board-fence.ts";
import type { TabStorage } from "#client/lib/board-unsent.ts";
import type { BoardServer, Guest } from "#tests/server/board/board-house.ts";
import { waiting } from "#tests/server/board/join-board.ts";

/** A tab's storage that outlives a reload of the tab. */
export function tabStorage(): TabStorage & { readonly size: () => number } {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    size: () => items.size,
  };
}

/** The browser's own board connection against a real server, with the cookie a browser would send. */
export async function openBoard(
  server: BoardServer,
  guest: Guest,
  options: { storage?: TabStorage; boardEpoch?: string; canWrite?: boolean; port?: number } = {},
) {
  const { reviewId } = server.house;
  const host = `127.0.0.1:${String(server.port)}`;
  const headers = { cookie: guest.cookie, origin: `http://${host}`, host };
  class BrowserSocket extends WebSocket {
    constructor(url: string | URL, protocols: string[]) {
      super(url, protocols, { headers });
    }
  }
  const connection = new BoardConnection({
    reviewId,
    boardEpoch: options.boardEpoch ?? (await server.boards.epochOf(reviewId)),
    tabId: randomUUID(),
    canWrite: options.canWrite ?? true,
    serverUrl: `ws://127.0.0.1:${String(options.port ?? server.port)}`,
    storage: options.storage ?? tabStorage(),
    // the provider needs no more of a WebSocket than `ws` has
    WebSocketClass: BrowserSocket as unknown as typeof globalThis.WebSocket,
  });
  let isOpen = true;
  const close = () => {
    if (isOpen) connection.close({ forgetUnsent: false });
    isOpen = false;
  };
  onTestFinished(close);
  const saveKind = () => connection.getStatus().save.kind;
  return {
    connection,
    close,
    saveKind,
    becomes: (kind: SaveState["kind"]) =>
      vi.waitFor(() => {
        if (saveKind() !== kind) throw new Error(`still ${saveKind()}`);
      }, waiting),
  };
}
