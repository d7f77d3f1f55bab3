import type { AccessChange } from "#server/access-changes.ts";
import { createStanding } from "#server/realtime/standing.ts";
import type { Standing, StandingNow } from "#server/realtime/standing.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";
import { roomHandshakeSchema } from "#shared/protocol/room-events.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { reasonToClose, reasonToRefuse } from "./reasons-to-close.ts";
import type { ReviewRoom } from "./review-room.ts";
import type { RoomNamespaceParts, RoomSocket } from "./room-connection.ts";
import type { RoomRegistry } from "./room-registry.ts";
import type { Tab } from "./seats.ts";

/** Somebody on the way in, once everything about it is known. */
export type Entry =
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

/** The way into a room: finding out who comes takes a while, in which rights can end and lines break. */
export interface RoomEntrance {
  /** Finds out about a socket before it is connected, so that no event of it comes too early. */
  prepare(socket: RoomSocket): Promise<void>;
  /** What was found out, or what has ended since; to be asked once, when the socket is connected. */
  arrive(socket: RoomSocket): Entry;
  /** A change of access counts for those on their way in as well. */
  note(change: AccessChange): void;
}

interface Arrival {
  readonly reviewId: ReviewId;
  readonly tab: Tab;
  closedBecause: RoomCloseReason | null;
  entry: Entry;
  readonly giveUp: () => void;
}

/** Looks everybody up by the one resolver and opens the room they come to. */
export function createRoomEntrance(
  registry: Pick<RoomRegistry, "open">,
  { context, identity }: Pick<RoomNamespaceParts, "context" | "identity">,
): RoomEntrance {
  const { reviews } = context.stores;
  const arrivals = new Map<RoomSocket, Arrival>();

  async function lookUp(
    { reviewId, tab }: Arrival,
    takeSeat: boolean,
    tokenHash: string,
  ): Promise<Entry> {
    const standing = createStanding({ ...context, identity, tokenHash, reviewId });
    try {
      const now = await standing.now();
      const review = await reviews.find(reviewId);
      const who = memberOf(now, tab);
      if (!now.may("room:enter") || who === null || review === null) {
        standing.close();
        return { kind: "refused", reason: reasonToRefuse(now) };
      }
      if (who.role === "guider" && review.state === "planned") {
        await reviews.setState(reviewId, "live", context.clock.nowMs());
        standing.expire();
      }
      const room = await registry.open(review);
      return { kind: "ready", room, reviewId, tab, standing, takeSeat, who };
    } catch (error) {
      standing.close();
      throw error;
    }
  }

  /** Answers who was on the way; the line is no longer watched. */
  function take(socket: RoomSocket): Arrival | undefined {
    const arrival = arrivals.get(socket);
    if (arrival === undefined) return undefined;
    arrivals.delete(socket);
    socket.conn.off("close", arrival.giveUp);
    return arrival;
  }

  return {
    async prepare(socket) {
      const handshake = roomHandshakeSchema.safeParse(socket.handshake.auth);
      const { participantId, sessionId, tokenHash } = socket.data.visitor;
      if (!handshake.success || participantId === null) return;
      const { tabId, takeSeat } = handshake.data;
      const reviewId = reviewIdSchema.parse(handshake.data.reviewId);
      const arrival: Arrival = {
        reviewId,
        tab: { tabId, sessionId, participantId },
        closedBecause: null,
        entry: refuse("link-ended"),
        // A line that breaks before it is connected is never told to have disconnected.
        giveUp: () => {
          take(socket);
          letGo(arrival.entry);
        },
      };
      arrivals.set(socket, arrival);
      socket.conn.once("close", arrival.giveUp);
      try {
        arrival.entry = await lookUp(arrival, takeSeat, tokenHash);
      } catch (error) {
        take(socket);
        throw error;
      }
      if (socket.conn.readyState !== "open") arrival.giveUp(); // perhaps before it was watched
    },
    arrive(socket) {
      const arrival = take(socket);
      if (arrival === undefined) return refuse("link-ended");
      const { entry, closedBecause } = arrival;
      if (closedBecause === null) return entry;
      letGo(entry);
      return refuse(closedBecause);
    },
    note(change) {
      for (const arrival of arrivals.values())
        arrival.closedBecause ??= reasonToClose(change, arrival);
    },
  };
}

function letGo(entry: Entry): void {
  if (entry.kind === "ready") entry.standing.close();
}

function refuse(reason: RoomCloseReason): Entry {
  return { kind: "refused", reason };
}

/** How the others will see whoever comes; null for somebody who is nobody in a room. */
function memberOf(
  { visitor: { principal, name } }: StandingNow,
  { participantId }: Tab,
): Pick<Member, "participantId" | "name" | "role"> | null {
  if (principal.kind === "none" || name === null) return null;
  if (principal.kind === "guest") return { participantId, name, role: principal.role };
  return principal.role === "guider" ? { participantId, name, role: "guider" } : null;
}
