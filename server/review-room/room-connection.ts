import type { AppContext, Boards, Identity } from "#server/context.ts";
import type { PreparedNotesTeller } from "#server/notes/prepared-notes.ts";
import type { TypedNamespace, TypedSocket } from "#server/realtime/create-socket-server.ts";
import type { EventLimits } from "#server/realtime/event-limits.ts";
import type { Standing } from "#server/realtime/standing.ts";
import type { Endings } from "#server/signing/endings.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { roomAsks, roomTells } from "#shared/protocol/room-events.ts";
import type { ReviewRoom } from "./review-room.ts";
import type { Tab } from "./seats.ts";

/** The namespace `/room` and one socket in it. */
export type RoomNamespace = TypedNamespace<typeof roomAsks, typeof roomTells>;
/** One page's line into a room. */
export type RoomSocket = TypedSocket<typeof roomAsks, typeof roomTells>;

/** What rooms are served with. */
export interface RoomNamespaceParts {
  readonly context: AppContext;
  readonly identity: Identity;
  readonly boards: Boards;
  readonly endings: Endings;
  readonly notes: Pick<PreparedNotesTeller, "greet">;
  readonly limits: EventLimits;
}

/** What one connection to a room carries from its entry on. */
export interface RoomConnection {
  readonly socket: RoomSocket;
  readonly room: ReviewRoom;
  readonly reviewId: ReviewId;
  readonly tab: Tab;
  readonly standing: Standing;
}
