import { RateLimiterMemory } from "rate-limiter-flexible";
import { fail, ok } from "#shared/lib/result.ts";
import { lobbyAsks } from "#shared/protocol/door-events.ts";
import type { KnockState, lobbyTells } from "#shared/protocol/door-events.ts";
import type { InviteId } from "#shared/domain/ids.ts";
import type { GuestDevice } from "#server/identity/lobby.ts";
import { openNamespace } from "./create-socket-server.ts";
import type { SocketServer, TypedSocket } from "./create-socket-server.ts";
import { createLatestOnly } from "./latest-only.ts";
import type { NamespaceParts } from "./namespace-parts.ts";
import { recheckMs } from "./namespace-parts.ts";
import { logBroken, openDoor } from "./open-door.ts";
import { receive } from "./receive.ts";

type LobbySocket = TypedSocket<typeof lobbyAsks, typeof lobbyTells>;

/** How often one link may knock, and how long a knock stays when its page has gone. */
export interface KnockLimits {
  readonly perMinute: number;
  readonly keptAfterLeavingMs: number;
}

/** Three a minute for a link; ten seconds for a page that reloads. */
export const knockLimits: KnockLimits = { perMinute: 3, keptAfterLeavingMs: 10_000 };

/**
 * `/lobby`: a guest with a link, before being let in. It is told how its own knock stands and nothing
 * else; it may knock and cancel and nothing else.
 */
export function openLobbyNamespace(
  io: SocketServer,
  parts: NamespaceParts,
  limits: KnockLimits = knockLimits,
): { close(): void } {
  const { context, identity, lobby } = parts;
  const namespace = openNamespace<typeof lobbyAsks, typeof lobbyTells>(
    io,
    "/lobby",
    identity,
    (visitor) => visitor.principal.kind === "guest" && visitor.inviteId !== null,
  );
  const knocking = new RateLimiterMemory({ points: limits.perMinute, duration: 60 });
  const broke = logBroken(context.log, "/lobby");
  const open = new Map<LobbySocket, { sessionId: string; poke: () => void }>();
  const leaving = new Set<NodeJS.Timeout>();

  async function mayKnock(inviteId: InviteId): Promise<boolean> {
    return await knocking.consume(inviteId).then(
      () => true,
      () => false,
    );
  }

  /** A reload comes back within seconds and finds its knock; a closed page is taken off the doorstep. */
  function forgetUnlessBack(device: GuestDevice): void {
    const timer = setTimeout(() => {
      leaving.delete(timer);
      if ([...open.values()].some(({ sessionId }) => sessionId === device.sessionId)) return;
      lobby.cancel(device).catch(broke);
    }, limits.keptAfterLeavingMs).unref();
    leaving.add(timer);
  }

  namespace.on("connection", (socket) => {
    const { principal, sessionId, inviteId } = socket.data.visitor;
    if (inviteId === null || principal.kind !== "guest") {
      socket.disconnect(true);
      return;
    }
    const device: GuestDevice = { sessionId, inviteId };
    const door = openDoor(socket, parts, principal.reviewId);

    let told = "";
    const poke = createLatestOnly(async () => {
      const state: KnockState = await lobby.stateOf(device);
      const news = JSON.stringify(state);
      if (news !== told) socket.emit("knock:changed", state);
      told = news;
      if ((await door.standing.now()).visitor.principal.kind === "none") socket.disconnect(true);
    }, broke);
    open.set(socket, { sessionId, poke });

    receive(socket, lobbyAsks, "knock:ask", door, async ({ company }) => {
      if (!(await mayKnock(device.inviteId))) return fail("too-many-requests");
      return ok(await lobby.ask(device, company));
    });
    receive(socket, lobbyAsks, "knock:cancel", door, async () => ok(await lobby.cancel(device)));
    poke();

    socket.on("disconnect", () => {
      open.delete(socket);
      forgetUnlessBack(device);
    });
  });

  const pokeAll = () => {
    for (const { poke } of open.values()) poke();
  };
  const stops = [
    lobby.listen((change) => {
      if (change.kind !== "guest") return;
      for (const { sessionId, poke } of open.values()) if (sessionId === change.sessionId) poke();
    }),
    context.access.listen(pokeAll),
  ];
  const rechecking = setInterval(pokeAll, recheckMs).unref();

  return {
    close: () => {
      clearInterval(rechecking);
      for (const timer of leaving) clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
