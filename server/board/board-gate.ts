import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { z } from "zod";
import type { AccessChanges } from "#server/access-changes.ts";
import { findBoardAccess } from "./board-access.ts";
import type { BoardAccess } from "./board-access.ts";
import type { Config } from "#server/config.ts";
import type { Identity } from "#server/context.ts";
import { createOwnAddresses } from "#server/http/own-addresses.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";

/** Room for the one big answer after a reconnect and its framing; anything larger ends the connection. */
const frameBytes = 1024 * 1024;

const addressSchema = z.strictObject({
  reviewId: reviewIdSchema,
  tab: z.uuid(),
  /** The board's epoch as the browser knows it; a board made anew since then turns it away. */
  epoch: z.uuid().nullable(),
});
/** Where a board socket wants to go: `/yjs/<reviewId>?tab=<uuid>`, and `&epoch=<uuid>` if it has one. */
export type BoardAddress = z.infer<typeof addressSchema>;

/** What the door needs: who asks, what may be, and where those go who may enter. */
export interface GatePorts {
  readonly config: Config;
  readonly identity: Identity;
  readonly access: AccessChanges;
  /** Brings the board into memory before the socket is accepted. */
  readonly prepare: (reviewId: ReviewId) => Promise<void>;
  /** Called in the same tick in which access was found: nothing can have been taken away in between. */
  readonly enter: (socket: WebSocket, address: BoardAddress, access: BoardAccess) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The door of the boards: Origin and address are refused as plain HTTP; whoever is not allowed in is
 * accepted and closed with a 44xx code, since only a close code tells y-websocket not to come back.
 */
export function createBoardGate(ports: GatePorts) {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: frameBytes,
    clientTracking: false,
  });
  const ownAddresses = createOwnAddresses(ports.config);
  let changes = 0;
  const stopListening = ports.access.listen(() => (changes += 1));

  async function findAccess(request: IncomingMessage, address: BoardAddress): Promise<BoardAccess> {
    for (;;) {
      const before = changes;
      const visitor = await ports.identity.identify(request);
      const access = await findBoardAccess(ports.identity, visitor, address.reviewId, address.tab);
      if (before === changes) return access; // else something was taken away while we looked
    }
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!ownAddresses.isOwnHandshake(request)) return refuse(socket, "403 Forbidden");
    const address = readAddress(request);
    if (address === null) return refuse(socket, "400 Bad Request");
    const first = await findAccess(request, address);
    if (first.kind === "in") await ports.prepare(address.reviewId);
    const access = await findAccess(request, address);
    if (socket.destroyed) return;
    server.handleUpgrade(request, socket, head, (webSocket) => {
      ports.enter(webSocket, address, access);
    });
  }

  return {
    handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const ignoreLostSocket = () => socket.destroy();
      socket.on("error", ignoreLostSocket);
      open(request, socket, head)
        .catch((error: unknown) => {
          ports.onError(error);
          refuse(socket, "503 Service Unavailable");
        })
        .finally(() => socket.off("error", ignoreLostSocket));
    },
    close: stopListening,
  };
}

const closingMs = 1_000;

/** Closes an accepted socket with the reason why; what it still sends, broken frames too, goes nowhere. */
export function turnAway(socket: WebSocket, code: number): void {
  socket.on("error", () => socket.terminate());
  socket.close(code);
  setTimeout(() => socket.terminate(), closingMs).unref();
}

function readAddress(request: IncomingMessage): BoardAddress | null {
  const base = "http://board.invalid";
  if (request.url === undefined || !URL.canParse(request.url, base)) return null;
  const { pathname, searchParams } = new URL(request.url, base);
  const [, root, reviewId, ...rest] = pathname.split("/");
  if (root !== "yjs" || rest.length > 0) return null;
  const parsed = addressSchema.safeParse({
    reviewId,
    tab: searchParams.get("tab"),
    epoch: searchParams.get("epoch"),
  });
  return parsed.success ? parsed.data : null;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
