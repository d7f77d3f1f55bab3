import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Boards } from "#server/context.ts";
import type { Rehearsals } from "#server/rehearsal/rehearsals.ts";
import type { OwnAddresses } from "#server/http/own-addresses.ts";
import { boardSocketPath } from "#shared/protocol/board-socket.ts";

const socketIoPath = "/socket.io/";

/**
 * Sends each WebSocket upgrade to its owner: the board's to the boards, Socket.IO's to itself, which
 * listens by itself. Anything else, and any page that is not ours, is refused at once.
 */
export function routeUpgrades(
  httpServer: Server,
  parts: {
    readonly addresses: OwnAddresses;
    readonly boards: Pick<Boards, "handleUpgrade">;
    readonly rehearsals: Pick<Rehearsals, "takeUpgrade">;
  },
): void {
  httpServer.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (parts.rehearsals.takeUpgrade(request, socket, head)) return;
    const path = request.url ?? "";
    if (path.startsWith(socketIoPath)) return;
    socket.on("error", () => socket.destroy());
    if (!path.startsWith(`${boardSocketPath}/`)) return refuse(socket, "404 Not Found");
    if (!parts.addresses.isOwnHandshake(request)) return refuse(socket, "403 Forbidden");
    parts.boards.handleUpgrade(request, socket, head);
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
