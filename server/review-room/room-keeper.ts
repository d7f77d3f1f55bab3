import type { After } from "./after.ts";
import type { RoomParts } from "./room-parts.ts";
import type { RoomPlayback } from "./room-playback.ts";
import type { RoomRecord } from "./room-record.ts";

/** What changes many times a second is stored once it has come to rest for so long. */
const soonMs = 500;

/** Stores the state of one live room. */
export interface RoomKeeper {
  save(): void;
  saveSoon(): void;
  /** Where a playing clip has got to. */
  saveHeartbeat(): void;
  /** Stores what was still to be stored. */
  close(): void;
}

/** Stores what `record` gives at that moment. */
export function createRoomKeeper(
  parts: Pick<RoomParts, "save" | "saveHeartbeat"> & {
    readonly after: After;
    readonly record: () => RoomRecord;
    readonly playback: Pick<RoomPlayback, "timeline" | "frameNow">;
  },
): RoomKeeper {
  let callOff: (() => void) | null = null;

  function saveHeartbeat(): void {
    const frame = parts.playback.frameNow();
    if (parts.playback.timeline?.motion.kind === "playing" && frame !== null)
      parts.saveHeartbeat(frame);
  }

  function save(): void {
    callOff?.();
    callOff = null;
    parts.save(parts.record());
    saveHeartbeat(); // a newly stored state has none
  }

  return {
    save,
    saveSoon() {
      callOff?.();
      callOff = parts.after(soonMs, save);
    },
    saveHeartbeat,
    close() {
      if (callOff !== null) save();
    },
  };
}
