import { useCallback, useEffect, useRef } from "react";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { Anchor } from "#shared/board/board-doc.ts";

/** Answers which picture is on this screen at the moment it is asked; null while there is none. */
export function useFrameNow(player: ClipPlayer): () => Anchor | null {
  const presented = useRef<number | null>(null);
  useEffect(
    () =>
      player.onFrameShown((frame) => {
        presented.current = frame;
      }),
    [player],
  );
  return useCallback(() => {
    const { clip, shownFrame } = player.snapshot();
    const frame = shownFrame ?? presented.current;
    if (clip === null || frame === null) return null;
    return { clipId: clip.clipId, clipRev: clip.media.clipRev, frame };
  }, [player]);
}
