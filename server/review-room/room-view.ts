import type { z } from "zod";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { clampView, wholeView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import type { viewUpdateSchema } from "#shared/protocol/room-events.ts";
import type { RoomRecord } from "./room-record.ts";

type ViewUpdate = z.infer<typeof viewUpdateSchema>;

/** The part of the picture everybody in one live room looks at. */
export interface RoomView {
  readonly now: ViewUpdate;
  set(view: View, by: ParticipantId): void;
  /** Another clip begins whole. */
  follow(clipId: string | null): void;
}

/** Begins as it was stored, when that was for the clip that is open, or else whole. */
export function createRoomView(parts: {
  readonly stored: RoomRecord | null;
  readonly clipId: string | null;
  readonly onChange: (view: ViewUpdate) => void;
}): RoomView {
  const { stored } = parts;
  let { clipId } = parts;
  const isSameClip = stored?.timeline?.clipId === clipId;
  let now = stored !== null && isSameClip ? stored.view : { view: wholeView, by: null };

  function change(view: View, by: ParticipantId | null): void {
    if (JSON.stringify(view) === JSON.stringify(now.view)) return;
    now = { view, by };
    parts.onChange(now);
  }

  return {
    get now() {
      return now;
    },
    set: (view, by) => change(clampView(view), by),
    follow(next) {
      if (next === clipId) return;
      clipId = next;
      change(wholeView, null);
    },
  };
}
