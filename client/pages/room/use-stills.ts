import { useCallback, useEffect, useMemo, useRef } from "react";
import type { BoardRoom } from "#client/features/board/board-room.ts";
import type { BoardView } from "#client/features/board/board-store.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { createStillCache } from "#client/lib/still-cache.ts";
import type { StillCache } from "#client/lib/still-cache.ts";
import { createStillDrawer, pngOf } from "#client/lib/still-drawer.ts";
import type { StillDrawer } from "#client/lib/still-drawer.ts";
import { createStillKeeper } from "#client/lib/still-keeper.ts";
import type { StillKeeper, UnkeptMoment } from "#client/lib/still-keeper.ts";
import { fetchStill, sendStill } from "#client/lib/still-requests.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { stillLimits } from "#shared/protocol/still-routes.ts";

const tileSidePx = 480;

/** What the pictures of a room are made from. */
export interface StillSources {
  readonly room: Room;
  readonly snapshot: PlayerSnapshot;
  readonly board: BoardView;
}

/**
 * The pictures of held moments: drawn from the clips this tab has in memory, sent once so that they are
 * kept, and fetched once where they are. `drawStill` is a new function when more clips have come, so that
 * what was asked for too early is asked for again.
 */
export function useStills(sources: StillSources): Pick<BoardRoom, "drawStill" | "keptStill"> {
  const drawFrame = useFrameDrawer(sources.snapshot);
  useStillKeeper(sources, drawFrame);
  return {
    drawStill: useCallback(
      (clipId, frame) => drawFrame({ clipId, frame }, tileSidePx),
      [drawFrame],
    ),
    keptStill: useKeptStills(sources),
  };
}

type Frame = Pick<UnkeptMoment["anchor"], "clipId" | "frame"> & { readonly clipRev?: string };
type DrawFrame = (frame: Frame, sidePx: number) => Promise<ImageBitmap | null>;

/** Draws frames of clips in memory; null while a clip, or the revision wanted, is not there. */
function useFrameDrawer({ clips, loading }: PlayerSnapshot): DrawFrame {
  const drawer = useRef<StillDrawer | null>(null);
  useEffect(
    () => () => {
      drawer.current?.close();
      drawer.current = null;
    },
    [],
  );
  return useCallback(
    async ({ clipId, clipRev, frame }, sidePx) => {
      const clip = clips.find((one) => one.clipId === clipId);
      const loaded = loading[clipId];
      if (clip === undefined || loaded?.kind !== "ready") return null;
      if (clipRev !== undefined && clip.media.clipRev !== clipRev) return null;
      drawer.current ??= createStillDrawer();
      return drawer.current.draw({ ...clip.media, url: loaded.url }, frame, sidePx);
    },
    [clips, loading],
  );
}

/** Sees to it that the moments on the board get their kept pictures; a supervisor's tab keeps none. */
function useStillKeeper({ room, snapshot, board }: StillSources, drawFrame: DrawFrame): void {
  const keeper = useRef<StillKeeper | null>(null);
  const latestDrawFrame = useRef(drawFrame);
  useEffect(() => {
    latestDrawFrame.current = drawFrame;
  }, [drawFrame]);
  const { reviewId, me } = room;

  useEffect(() => {
    if (me.role === "supervisor") return undefined;
    const made = createStillKeeper({
      make: async (anchor) => {
        const picture = await latestDrawFrame.current(anchor, stillLimits.sidePx);
        return picture === null ? null : pngOf(picture);
      },
      send: (observationId, png) => sendStill(reviewId, observationId, png),
    });
    keeper.current = made;
    return () => made.close();
  }, [reviewId, me.role]);

  const isAtRest = snapshot.timeline?.motion.kind === "paused";
  useEffect(() => {
    const unkept = board.observations
      .filter(({ still, anchor }) => still === null && isHere(anchor, snapshot))
      .map(({ observationId, anchor, heldBy }) => ({
        observationId,
        anchor,
        isMine: heldBy === me.participantId,
      }));
    keeper.current?.follow(unkept, isAtRest);
  }, [board.observations, snapshot, isAtRest, me.participantId]);
}

/** Whether a moment's clip, in the revision it was held in, is in this tab's memory. */
function isHere({ clipId, clipRev }: UnkeptMoment["anchor"], snapshot: PlayerSnapshot): boolean {
  const clip = snapshot.clips.find((one) => one.clipId === clipId);
  return clip?.media.clipRev === clipRev && snapshot.loading[clipId]?.kind === "ready";
}

/** Kept pictures, each fetched once and let go of with its clip or with the room. */
function useKeptStills({ room, snapshot }: StillSources): BoardRoom["keptStill"] {
  const { reviewId } = room;
  const cache = useRef<StillCache | null>(null);
  useEffect(
    () => () => {
      cache.current?.close();
      cache.current = null;
    },
    [reviewId],
  );
  const clipIds = useMemo(
    () => new Set<string>(snapshot.clips.map(({ clipId }) => clipId)),
    [snapshot.clips],
  );
  useEffect(() => {
    cache.current?.keepOnly(clipIds);
  }, [clipIds]);
  return useCallback(
    (wanted) => {
      cache.current ??= createStillCache((observationId) => fetchStill(reviewId, observationId));
      return cache.current.get(wanted);
    },
    [reviewId],
  );
}
