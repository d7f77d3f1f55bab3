import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Agreement } from "#shared/protocol/room-events.ts";
import { agree } from "./agreement.ts";
import type { ShownFrame } from "./agreement.ts";

/** What the screens of one live room were last seen to show, and whether they agree. */
export interface RoomAgreement {
  readonly now: Agreement | null;
  shown(who: ParticipantId, frame: ShownFrame): void;
  /** What this screen showed is no longer known. */
  forget(who: ParticipantId): void;
  /** Looks again, after a change of the timeline or of who follows it. */
  look(): void;
}

/** Tells of the agreement when it changed, and takes it back when there is none any more. */
export function createRoomAgreement(parts: {
  readonly timeline: () => Timeline | null;
  readonly followers: () => readonly ParticipantId[];
  readonly tell: (agreement: Agreement) => void;
}): RoomAgreement {
  const frames = new Map<ParticipantId, ShownFrame>();
  let now: Agreement | null = null;

  function look(): void {
    const before = now;
    now = agree(parts.timeline(), parts.followers(), frames);
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    const told = now ?? (before && { ...before, state: "waiting", differing: [] });
    if (told !== null) parts.tell(told);
  }

  return {
    get now() {
      return now;
    },
    shown(who, frame) {
      frames.set(who, frame);
      look();
    },
    forget(who) {
      frames.delete(who);
    },
    look,
  };
}
