import type { Identity } from "#server/context.ts";
import { openNamespace } from "#server/realtime/create-socket-server.ts";
import type { SocketServer } from "#server/realtime/create-socket-server.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { reasonToClose, reasonToRefuse } from "./reasons-to-close.ts";
import { createRoomEntrance } from "./room-entrance.ts";
import { receiveRoomEvents } from "./room-handlers.ts";
import type { RoomConnection, RoomNamespace, RoomNamespaceParts } from "./room-connection.ts";
import type { TellRoom } from "./room-parts.ts";
import type { RoomRegistry } from "./room-registry.ts";
import type { Tab } from "./seats.ts";

const checkAgainEachMs = 10_000;

/** Somebody who leaves or is asked to has gone; everybody else's line was lost. */
const endedOnPurpose = new Set(["client namespace disconnect", "server namespace disconnect"]);

/** Those of one role in one room. */
const audienceOf = (reviewId: ReviewId, role: Member["role"]): string => `${reviewId} ${role}`;

/** The namespace `/room`, and a way to tell everybody in one room. */
export function openRoomNamespace(
  io: SocketServer,
  identity: Identity,
): {
  readonly namespace: RoomNamespace;
  readonly tellRoom: (reviewId: ReviewId, role?: Member["role"]) => TellRoom;
} {
  const namespace: RoomNamespace = openNamespace(io, "/room", identity, () => true);
  const tellRoom =
    (reviewId: ReviewId, role?: Member["role"]): TellRoom =>
    (name, ...message) => {
      // `emit` is generic over the same table, but its rest parameter cannot be seen through here.
      const audience = role === undefined ? reviewId : audienceOf(reviewId, role);
      (namespace.to(audience).emit as (name: string, ...message: unknown[]) => void)(
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
  const { context, boards } = parts;
  const { log } = context;
  const connections = new Set<RoomConnection>();

  const entrance = createRoomEntrance(registry, parts);
  namespace.use((socket, proceed) => {
    entrance.prepare(socket).then(
      () => proceed(),
      (error: unknown) => {
        log.error({ error: nameOf(error) }, "a room could not be entered");
        proceed(new Error("server-error"));
      },
    );
  });

  namespace.on("connection", (socket) => {
    const entry = entrance.arrive(socket);
    if (entry.kind === "refused") {
      socket.emit("room:closed", { reason: entry.reason });
      socket.disconnect();
      return;
    }
    const { room, reviewId, tab, standing, who } = entry;
    const callLine = {
      reviewId,
      tab,
      isSeated: () => room.seats.isSeated(tab),
      // `emit` is generic over a larger table.
      tell: (name: string, message: unknown) =>
        (socket.emit as (name: string, message: unknown) => void)(name, message),
    };
    const connection: RoomConnection = { socket, room, reviewId, tab, standing, callLine };
    connections.add(connection);
    void socket.join([reviewId, audienceOf(reviewId, who.role)]); // the in-memory adapter joins at once
    socket.on("disconnect", (reason) => {
      connections.delete(connection);
      standing.close();
      room.leave(tab, endedOnPurpose.has(reason));
      parts.calls.left(callLine, endedOnPurpose.has(reason));
    });
    receiveRoomEvents(connection, { ...parts, tellSeatMoved });
    const displaced = room.enter(tab, who, entry.takeSeat);
    if (room.seats.isSeated(tab)) parts.calls.seated(callLine);
    dropOlderConnection(connection);
    if (displaced !== null) tellSeatMoved(reviewId, displaced);
    socket.emit("room:welcomed", room.welcome(tab));
    socket.emit("agenda:changed", room.agenda.now);
    socket.emit("prompt:shown", room.prompt.now);
    socket.emit("first:changed", room.first.now);
    void parts.notes.greet(reviewId, who.role, {
      openedBy: () => room.first.openedBy,
      tell: (notes) => socket.emit("notes:changed", notes),
    });
    void parts.nextFilms.greet(reviewId, (film) => socket.emit("film:planned", film));
    void parts.plannedEnds.greet(reviewId, (news) => socket.emit("end:planned", news));
    void parts.focus.greet(reviewId, (goals) => socket.emit("goals:changed", goals));
    void parts.endings.greet(reviewId, (ending) => socket.emit("ending:changed", ending));
  });

  /** A tab that comes back has left its old connection half open; it goes after the new one has come. */
  function dropOlderConnection(newer: RoomConnection): void {
    const { tabId, participantId } = newer.tab;
    for (const older of connections) {
      if (older === newer || older.tab.tabId !== tabId) continue;
      if (older.tab.participantId === participantId) older.socket.disconnect(true);
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
    entrance.note(change);
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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
