import { useCallback, useEffect, useRef } from "react";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import { createStillDrawer } from "#client/lib/still-drawer.ts";
import type { StillDrawer } from "#client/lib/still-drawer.ts";

const stillWidth = 480;

/** Draws held frames from the clips this tab has in memory; null while a clip is not there yet. */
export function useStills(
  player: ClipPlayer,
): (clipId: string, frame: number) => Promise<ImageBitmap | null> {
  const drawer = useRef<StillDrawer | null>(null);
  useEffect(
    () => () => {
      drawer.current?.close();
      drawer.current = null;
    },
    [],
  );
  return useCallback(
    async (clipId, frame) => {
      const { clips, loading } = player.snapshot();
      const clip = clips.find((one) => one.clipId === clipId);
      const loaded = loading[clipId];
      if (clip === undefined || loaded?.kind !== "ready") return null;
      drawer.current ??= createStillDrawer();
      return drawer.current.draw({ ...clip.media, url: loaded.url }, frame, stillWidth);
    },
    [player],
  );
}
