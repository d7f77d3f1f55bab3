import { accountIdSchema } from "#shared/domain/ids.ts";
import type { AccountId } from "#shared/domain/ids.ts";
import { can } from "#shared/domain/permissions.ts";
import type { deskTells } from "#shared/protocol/door-events.ts";
import { openNamespace } from "./create-socket-server.ts";
import type { SocketServer, TypedSocket } from "./create-socket-server.ts";
import { createLatestOnly } from "./latest-only.ts";
import type { NamespaceParts } from "./namespace-parts.ts";
import { recheckMs } from "./namespace-parts.ts";
import { logBroken, openDoor } from "./open-door.ts";

/** The desk asks nothing: answers to a knock go over HTTP. */
type DeskAsks = Record<never, never>;
type DeskSocket = TypedSocket<DeskAsks, typeof deskTells>;

/** `/desk`: every open page of a signed-in guider, told at once who is at the door. */
export function openDeskNamespace(io: SocketServer, parts: NamespaceParts): { close(): void } {
  const { context, identity, lobby } = parts;
  const namespace = openNamespace<DeskAsks, typeof deskTells>(
    io,
    "/desk",
    identity,
    ({ principal }) => can(principal, "desk:open", { kind: "nothing" }),
  );
  const broke = logBroken(context.log, "/desk");
  const open = new Map<DeskSocket, { guiderId: AccountId; poke: () => void }>();

  namespace.on("connection", (socket) => {
    const { principal } = socket.data.visitor;
    if (principal.kind !== "account") {
      socket.disconnect(true);
      return;
    }
    const guiderId = accountIdSchema.parse(principal.accountId);
    const { standing } = openDoor(socket, parts, null);
    const leave = lobby.guiders.arrive(guiderId);

    const poke = createLatestOnly(async () => {
      if ((await standing.now()).may("desk:open")) {
        socket.emit("knocks:changed", lobby.knocksOf(guiderId));
      } else {
        socket.disconnect(true);
      }
    }, broke);
    open.set(socket, { guiderId, poke });
    poke();

    socket.on("disconnect", () => {
      open.delete(socket);
      leave();
    });
  });

  const pokeAll = () => {
    for (const { poke } of open.values()) poke();
  };
  const stops = [
    lobby.listen((change) => {
      if (change.kind !== "guider") return;
      for (const { guiderId, poke } of open.values()) if (guiderId === change.guiderId) poke();
    }),
    context.access.listen((change) => {
      if (change.kind === "session-ended") pokeAll();
    }),
  ];
  const rechecking = setInterval(pokeAll, recheckMs).unref();

  return {
    close: () => {
      clearInterval(rechecking);
      for (const stop of stops) stop();
    },
  };
}
