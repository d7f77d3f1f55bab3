import { useCallback, useEffect, useRef } from "react";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { createStillDrawer } from "#client/lib/still-drawer.ts";
import type { StillDrawer } from "#client/lib/still-drawer.ts";

const stillWidth = 480;

/** Draws held frames from the clips this tab has in memory; null while a clip is not there yet. */
export function useStills(
  player: ClipPlayer,
  snapshot: PlayerSnapshot,
): (clipId: string, frame: number) => Promise<ImageBitmap | null> {
  const drawer = useRef<StillDrawer | null>(null);
  useEffect(
    () => () => {
      drawer.current?.close();
      drawer.current = null;
    },
    [],
  );
  const loaded = Object.values(snapshot.loading).filter(({ kind }) => kind === "ready").length;
  return useCallback(
    async (clipId, frame) => {
      const { clips, loading } = player.snapshot();
      const clip = clips.find((one) => one.clipId === clipId);
      const own = loading[clipId];
      if (clip === undefined || own?.kind !== "ready") return null;
      drawer.current ??= createStillDrawer();
      return drawer.current.draw({ ...clip.media, url: own.url }, frame, stillWidth);
    },
    // A new function once another clip has come, so that stills asked for too early are drawn then.
    [player, loaded],
  );
}
