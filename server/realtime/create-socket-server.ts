import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { Namespace, Socket } from "socket.io";
import type { OwnAddresses } from "#server/http/own-addresses.ts";
import type { Identity, Visitor } from "#server/context.ts";
import type { z } from "zod";
import type { Ask, AskMap, TellMap } from "#shared/protocol/events.ts";

/** The largest message a browser may send, in bytes. */
export const messageBytesAtMost = 64 * 1024;

/** What every socket of every namespace carries once it is connected. */
export interface SocketData {
  /** Who it was at the handshake; a `Standing` says who it is now. */
  visitor: SignedInVisitor;
}

/** A visitor with a session: nobody else gets a socket. */
export type SignedInVisitor = Visitor & {
  readonly sessionId: string;
  readonly tokenHash: string;
};

type NoEvents = Record<never, never>;

/** The Socket.IO server; its events live in namespaces, made with `openNamespace`. */
export type SocketServer = Server<NoEvents, NoEvents, NoEvents, SocketData>;

/** A namespace typed by its tables of asks and tells. */
export type TypedNamespace<
  Asks extends Record<string, Ask>,
  Tells extends Record<string, z.ZodType>,
> = Namespace<AskMap<Asks>, TellMap<Tells>, NoEvents, SocketData>;

/** One socket of such a namespace. */
export type TypedSocket<
  Asks extends Record<string, Ask>,
  Tells extends Record<string, z.ZodType>,
> = Socket<AskMap<Asks>, TellMap<Tells>, NoEvents, SocketData>;

/** What the socket server needs to know who is at the other end. */
export interface SocketServerParts {
  readonly identity: Identity;
  readonly addresses: OwnAddresses;
}

/**
 * Socket.IO on our HTTP server, for pages of our own only: Origin and Host are checked on the handshake
 * of both transports, since CORS does not cover WebSocket. The root namespace admits nobody.
 */
export function createSocketServer(httpServer: HttpServer, parts: SocketServerParts): SocketServer {
  const io: SocketServer = new Server(httpServer, {
    transports: ["websocket", "polling"],
    allowRequest: (request, answer) => answer(null, parts.addresses.isOwnHandshake(request)),
    maxHttpBufferSize: messageBytesAtMost,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    allowEIO3: false,
    connectTimeout: 10_000,
    // The upgrades that are not Socket.IO's belong to the board; see upgrade-routes.
    destroyUpgrade: false,
  });
  io.use((_socket, next) => next(new Error("not-found")));
  return io;
}

/** A namespace in which every socket belongs to somebody with a session. */
export function openNamespace<
  Asks extends Record<string, Ask>,
  Tells extends Record<string, z.ZodType>,
>(
  io: SocketServer,
  name: `/${string}`,
  identity: Identity,
  mayEnter: (visitor: SignedInVisitor) => boolean,
): TypedNamespace<Asks, Tells> {
  // The server is typed with no events; each namespace has its own, given by its tables.
  const namespace = io.of(name) as unknown as TypedNamespace<Asks, Tells>;
  namespace.use((socket, proceed) => {
    identity.identify(socket.request).then(
      (visitor) => {
        if (!isSignedIn(visitor)) return proceed(new Error("not-signed-in"));
        if (!mayEnter(visitor)) return proceed(new Error("forbidden"));
        socket.data.visitor = visitor;
        proceed();
      },
      () => proceed(new Error("server-error")),
    );
  });
  return namespace;
}

function isSignedIn(visitor: Visitor): visitor is SignedInVisitor {
  return visitor.sessionId !== null && visitor.tokenHash !== null;
}
