import type { AccessChange } from "#server/access-changes.ts";
import type { Identity } from "#server/context.ts";
import { openNamespace } from "#server/realtime/create-socket-server.ts";
import type { SocketServer } from "#server/realtime/create-socket-server.ts";
import { createStanding } from "#server/realtime/standing.ts";
import type { Standing, StandingNow } from "#server/realtime/standing.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";
import { roomHandshakeSchema } from "#shared/protocol/room-events.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { receiveRoomEvents } from "./room-handlers.ts";
import type {
  RoomConnection,
  RoomNamespace,
  RoomNamespaceParts,
  RoomSocket,
} from "./room-connection.ts";
import type { ReviewRoom, TellRoom } from "./review-room.ts";
import type { RoomRegistry } from "./room-registry.ts";
import type { Tab } from "./seats.ts";

/** The room's namespace, typed by its two event tables. */
const checkAgainEachMs = 10_000;

type Entry =
  | { readonly kind: "refused"; readonly reason: RoomCloseReason }
  | {
      readonly kind: "ready";
      readonly room: ReviewRoom;
      readonly reviewId: ReviewId;
      readonly tab: Tab;
      readonly standing: Standing;
      readonly takeSeat: boolean;
      readonly who: Pick<Member, "participantId" | "name" | "role">;
    };

/** The namespace `/room`, and a way to tell everybody in one room. */
export function openRoomNamespace(
  io: SocketServer,
  identity: Identity,
): { readonly namespace: RoomNamespace; readonly tellRoom: (reviewId: ReviewId) => TellRoom } {
  const namespace: RoomNamespace = openNamespace(io, "/room", identity, () => true);
  const tellRoom =
    (reviewId: ReviewId): TellRoom =>
    (name, ...message) => {
      // `emit` is generic over the same table, but its rest parameter cannot be seen through here.
      (namespace.to(reviewId).emit as (name: string, ...message: unknown[]) => void)(
        name,
        ...message,
      );
    };
  return { namespace, tellRoom };
}

/** Lets people into rooms, hands their events on, and closes what a changed permission no longer allows. */
export function serveRooms(
  namespace: RoomNamespace,
  registry: RoomRegistry,
  parts: RoomNamespaceParts,
): { close(): void } {
  const { context, identity, boards } = parts;
  const { log, stores } = context;
  const connections = new Set<RoomConnection>();

  /** What was found out about each socket before it was connected, so that no event comes too early. */
  const entries = new WeakMap<object, Entry>();
  namespace.use((socket, proceed) => {
    prepare(socket).then(
      (entry) => {
        entries.set(socket, entry);
        proceed();
      },
      (error: unknown) => {
        log.error({ error: nameOf(error) }, "a room could not be entered");
        proceed(new Error("server-error"));
      },
    );
  });

  namespace.on("connection", (socket) => {
    const entry = entries.get(socket);
    if (entry?.kind !== "ready") {
      socket.emit("room:closed", { reason: entry?.reason ?? "link-ended" });
      socket.disconnect();
      return;
    }
    const { room, reviewId, tab, standing, who } = entry;
    dropOlderConnection(tab);
    const connection: RoomConnection = { socket, room, reviewId, tab, standing };
    connections.add(connection);
    void socket.join(reviewId); // the in-memory adapter joins at once
    socket.on("disconnect", (reason) => {
      connections.delete(connection);
      standing.close();
      room.leave(tab, reason === "client namespace disconnect");
    });
    receiveRoomEvents(connection, { ...parts, tellSeatMoved });
    const displaced = room.enter(tab, who, entry.takeSeat);
    if (displaced !== null) tellSeatMoved(reviewId, displaced);
    socket.emit("room:welcomed", room.welcome(tab));
  });

  async function prepare(socket: RoomSocket): Promise<Entry> {
    const handshake = roomHandshakeSchema.safeParse(socket.handshake.auth);
    if (!handshake.success) return { kind: "refused", reason: "link-ended" };
    const { tabId, takeSeat } = handshake.data;
    const reviewId = reviewIdSchema.parse(handshake.data.reviewId);
    const { tokenHash } = socket.data.visitor;
    const standing = createStanding({ ...context, identity, tokenHash, reviewId });
    const now = await standing.now();
    const review = await stores.reviews.find(reviewId);
    const { participantId, sessionId, name } = now.visitor;
    const role = roleInRoom(now);
    const mayEnter = now.may("room:enter") && role !== null && review !== null;
    if (!mayEnter || participantId === null || sessionId === null || name === null) {
      standing.close();
      return { kind: "refused", reason: reasonToRefuse(now) };
    }
    if (role === "guider" && review.state === "planned") {
      await stores.reviews.setState(reviewId, "live", context.clock.nowMs());
      standing.expire();
    }
    const room = await registry.open(review);
    const tab: Tab = { tabId, sessionId, participantId };
    return {
      kind: "ready",
      room,
      reviewId,
      standing,
      tab,
      takeSeat,
      who: { participantId, name, role },
    };
  }

  /** A tab that comes back has left its old connection half open. */
  function dropOlderConnection({ tabId, participantId }: Tab): void {
    for (const { socket, tab } of connections) {
      if (tab.tabId === tabId && tab.participantId === participantId) socket.disconnect(true);
    }
  }

  function tellSeatMoved(reviewId: ReviewId, displaced: Tab): void {
    for (const { socket, tab } of connections) if (tab === displaced) socket.emit("seat:moved", {});
    boards.closeSockets(reviewId, boardCloseCodes.movedTab, { tabId: displaced.tabId });
  }

  function end(connection: RoomConnection, reason: RoomCloseReason): void {
    connection.socket.emit("room:closed", { reason });
    connection.socket.disconnect();
  }

  const stopListening = context.access.listen((change) => {
    for (const connection of connections) {
      const reason = reasonToClose(change, connection);
      if (reason !== null) end(connection, reason);
    }
  });

  /** A session or a link's window can run out without anybody's doing. */
  async function checkAgain(connection: RoomConnection): Promise<void> {
    const now = await connection.standing.now();
    if (!now.may("room:enter")) end(connection, reasonToRefuse(now));
  }
  const checking = setInterval(() => {
    for (const connection of connections) {
      checkAgain(connection).catch((error: unknown) =>
        log.error({ error: nameOf(error) }, "a seat could not be checked"),
      );
    }
  }, checkAgainEachMs);

  return {
    close() {
      clearInterval(checking);
      stopListening();
      for (const connection of connections) end(connection, "server-restarting");
    },
  };
}

/** Why a change of access ends this connection; null when it does not. */
function reasonToClose(
  change: AccessChange,
  { reviewId, tab }: RoomConnection,
): RoomCloseReason | null {
  switch (change.kind) {
    case "review-ended":
      return change.reviewId === reviewId ? "review-ended" : null;
    case "invite-revoked":
      return isSame(change.inviteId, tab.participantId) ? "link-ended" : null;
    case "asked-out":
      return isSame(change.participantId, tab.participantId) ? "asked-out" : null;
    case "session-ended":
      return isSame(change.sessionId, tab.sessionId) ? "signed-out" : null;
    case "seat-rebound":
      return isSame(change.sessionId, tab.sessionId) ? "seat-moved" : null;
    case "let-in":
    case "review-locked":
    case "clips-changed":
      return null;
  }
}

/** A guest's participant id is the invite's id, under another brand. */
function isSame(id: string, other: string): boolean {
  return id === other;
}

function roleInRoom({ visitor }: StandingNow): "guider" | "practitioner" | "supervisor" | null {
  const { principal } = visitor;
  if (principal.kind === "account") return principal.role === "guider" ? "guider" : null;
  return principal.kind === "guest" ? principal.role : null;
}

function reasonToRefuse({ visitor, thing }: StandingNow): RoomCloseReason {
  if (visitor.principal.kind === "none") return "signed-out";
  const ended = thing.kind === "owned" && thing.review?.state === "ended";
  return ended ? "review-ended" : "link-ended";
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
