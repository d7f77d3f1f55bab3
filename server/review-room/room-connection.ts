import type { z } from "zod";
import type { CallLine } from "#server/call/call-line.ts";
import type { Calls } from "#server/call/calls.ts";
import type { AppContext, Boards, Identity } from "#server/context.ts";
import type { NextFilms } from "#server/next-film/next-films.ts";
import type { PlannedEnds } from "#server/signing/planned-ends.ts";
import type { Focus } from "#server/focus/focus.ts";
import type { PreparedNotesTeller } from "#server/notes/prepared-notes.ts";
import type { TypedNamespace, TypedSocket } from "#server/realtime/create-socket-server.ts";
import type { EventLimits } from "#server/realtime/event-limits.ts";
import type { Standing } from "#server/realtime/standing.ts";
import type { Endings } from "#server/signing/endings.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import type { Answer } from "#shared/protocol/events.ts";
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
  readonly calls: Calls;
  readonly focus: Focus;
  readonly nextFilms: NextFilms;
  readonly plannedEnds: PlannedEnds;
}

/** What one connection to a room carries from its entry on. */
export interface RoomConnection {
  readonly socket: RoomSocket;
  readonly room: ReviewRoom;
  readonly reviewId: ReviewId;
  readonly tab: Tab;
  readonly standing: Standing;
  /** The same connection, as the call knows it. */
  readonly callLine: CallLine;
}

/** Registers a handler of one ask, which is asked only when the tab has its person's seat. */
export type ReceiveSeated = <Name extends keyof typeof roomAsks>(
  name: Name,
  handle: (
    message: z.infer<(typeof roomAsks)[Name]["schema"]>,
    who: ParticipantId,
  ) => Answer<(typeof roomAsks)[Name]> | Promise<Answer<(typeof roomAsks)[Name]>>,
) => void;
