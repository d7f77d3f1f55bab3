import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Cover } from "#shared/protocol/room-events.ts";
import { describeCover, liftCover, noteWhoIsHere, putCover, uncovered } from "./cover-state.ts";
import type { CoverState } from "./cover-state.ts";

/** The cover of one live room. */
export interface RoomCover {
  readonly isOn: boolean;
  readonly by: ParticipantId[];
  put(who: ParticipantId): void;
  lift(who: ParticipantId): void;
  /** Looks again who is here, so that the others may uncover for somebody who has gone. */
  look(): void;
  describe(): Cover;
}

/** Holds the cover; saves who covers and tells of it, each only when it changed. */
export function createRoomCover(parts: {
  readonly storedBy: ParticipantId[];
  readonly nowMs: () => number;
  readonly here: () => ReadonlySet<ParticipantId>;
  readonly save: () => void;
  readonly tell: (cover: Cover) => void;
}): RoomCover {
  let cover: CoverState = { ...uncovered, by: parts.storedBy };
  const describe = () => describeCover(cover, parts.nowMs());
  let told = JSON.stringify(describe());

  function set(next: CoverState): void {
    const isChanged = next.by.join() !== cover.by.join();
    cover = noteWhoIsHere(next, parts.here(), parts.nowMs());
    if (isChanged) parts.save();
    const description = describe();
    if (JSON.stringify(description) === told) return;
    told = JSON.stringify(description);
    parts.tell(description);
  }

  return {
    get isOn() {
      return cover.by.length > 0;
    },
    get by() {
      return cover.by;
    },
    put: (who) => set(putCover(cover, who)),
    lift: (who) => set(liftCover(cover, who, parts.nowMs())),
    look: () => set(cover),
    describe,
  };
}
