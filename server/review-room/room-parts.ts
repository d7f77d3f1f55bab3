import type { z } from "zod";
import type { Boards, Clock } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { TimelineClip } from "#shared/playback/timeline.ts";
import type { TellMap } from "#shared/protocol/events.ts";
import type { PreparedNotes } from "#shared/protocol/first-events.ts";
import type { roomAsks, roomTells } from "#shared/protocol/room-events.ts";
import type { After } from "./after.ts";
import type { RoomRecord } from "./room-record.ts";

type RoomTells = TellMap<typeof roomTells>;

/** Sends one message to everybody in the room. */
export type TellRoom = <Name extends keyof RoomTells>(
  name: Name,
  message: Parameters<RoomTells[Name]>[0],
) => void;

/** What a live room is made of. */
export interface RoomParts {
  readonly reviewId: ReviewId;
  readonly clock: Clock;
  readonly after: After;
  readonly boards: Pick<Boards, "holdMoment" | "addAim">;
  readonly newEpoch: () => string;
  readonly tell: TellRoom;
  readonly clips: readonly TimelineClip[];
  readonly locked: boolean;
  readonly stored: RoomRecord | null;
  readonly heartbeatFrame: number | null;
  readonly practitionerFirst: boolean;
  /** Tells everybody in the room what they may see of the prepared notes; asked again when that is sent. */
  readonly tellNotes: (openedBy: () => PreparedNotes["openedBy"]) => void;
  /** The practitioner's first words came so long after the first pause. */
  readonly noteWait: (waitMs: number) => void;
  /** Somebody has stopped the film. */
  readonly notePause: (by: "guider" | "practitioner") => void;
  readonly save: (record: RoomRecord) => void;
  readonly saveHeartbeat: (frame: number) => void;
}

/** How one member's picture and line are getting on. */
export type MemberReport = z.infer<(typeof roomAsks)["member:report"]["schema"]>;

/** Where somebody who holds a moment saw the picture. */
export interface HeldAt {
  readonly clipId: string;
  readonly frame: number;
  readonly revision: number;
}
