import { useCallback, useEffect, useRef } from "react";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { createStillDrawer } from "#client/lib/still-drawer.ts";
import type { StillDrawer } from "#client/lib/still-drawer.ts";

const stillWidth = 480;

/**
 * Draws held frames from the clips this tab has in memory; null while a clip is not there yet. It is a
 * new function when more has come, so that what was asked for too early is asked for again.
 */
export function useStills({
  clips,
  loading,
}: PlayerSnapshot): (clipId: string, frame: number) => Promise<ImageBitmap | null> {
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
      const clip = clips.find((one) => one.clipId === clipId);
      const loaded = loading[clipId];
      if (clip === undefined || loaded?.kind !== "ready") return null;
      drawer.current ??= createStillDrawer();
      return drawer.current.draw({ ...clip.media, url: loaded.url }, frame, stillWidth);
    },
    [clips, loading],
  );
}
