import type { Logger } from "pino";
import type { AppContext, Identity } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { SocketData } from "./create-socket-server.ts";
import type { EventLimits } from "./event-limits.ts";
import { guardEvents } from "./receive.ts";
import type { ReceiveParts, ReceivingSocket } from "./receive.ts";
import { createStanding } from "./standing.ts";

/** What a namespace needs to open the door for its sockets. */
export interface DoorParts {
  readonly context: Pick<AppContext, "clock" | "log" | "access">;
  readonly identity: Identity;
  readonly limits: EventLimits;
}

type ConnectedSocket = ReceivingSocket & {
  readonly data: SocketData;
  on(event: "disconnect", listener: () => void): unknown;
};

/**
 * Guards a connected socket and gives `receive` what it needs: fresh rights towards `reviewId` (null:
 * towards nothing in particular) and its share of events. Let go of when the socket disconnects.
 */
export function openDoor(
  socket: ConnectedSocket,
  { context, identity, limits }: DoorParts,
  reviewId: ReviewId | null,
): ReceiveParts {
  const { tokenHash, sessionId } = socket.data.visitor;
  const { access, clock, log } = context;
  const standing = createStanding({ identity, access, clock, tokenHash, reviewId });
  const limiter = limits.forSocket(sessionId);
  const door = { standing, limiter, log };
  guardEvents(socket, door);
  socket.on("disconnect", () => {
    standing.close();
    limiter.release();
  });
  return door;
}

/** Logs what broke by the kind of error only: its words could hold somebody's name. */
export function logBroken(log: Logger, where: string): (error: unknown) => void {
  return (error) =>
    log.error({ where, error: error instanceof Error ? error.name : typeof error }, "broke");
}
