import type { ClipId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";

/** Where a loop shall begin, marked by this person and not yet closed. */
export interface LoopMarks {
  /** Null without a mark in this clip. */
  fromIn(clipId: ClipId | null): number | null;
  begin(clipId: ClipId, frame: number): void;
  /** The loop between the mark and this frame, whichever lies first. Without a mark: from where the loop there is, or the clip, begins. */
  closeAt(timeline: Timeline, frame: number): { firstFrame: number; lastFrame: number };
  clear(): void;
}

/** No mark to begin with. */
export function createLoopMarks(): LoopMarks {
  let mark: { readonly clipId: ClipId; readonly frame: number } | null = null;
  const fromIn = (clipId: ClipId | null) => (mark?.clipId === clipId ? mark.frame : null);

  return {
    fromIn,
    begin: (clipId, frame) => {
      mark = { clipId, frame };
    },
    closeAt: ({ clipId, loop }, frame) => {
      const from = fromIn(clipId) ?? loop?.firstFrame ?? 0;
      return { firstFrame: Math.min(from, frame), lastFrame: Math.max(from, frame) };
    },
    clear: () => {
      mark = null;
    },
  };
}
