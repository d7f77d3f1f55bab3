import type { ServerClock } from "#client/lib/server-clock.ts";
import { frameAt, frameStartMs } from "#shared/playback/frames.ts";
import { positionAt, roundAt } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { createFrameHolder } from "./frame-holder.ts";
import { lineOf } from "./followed-line.ts";
import { createLineFollower } from "./line-follower.ts";
import type { LinePhase } from "./line-follower.ts";
import { createStallWatch } from "./stall-watch.ts";
import type { PageSight, Picture, PresentedFrame, Time, VideoEvent } from "./surroundings.ts";

/** What the picture should be doing now. */
export interface PictureWish {
  readonly timeline: Timeline | null;
  readonly clip: TimelineClip | null;
  /** Where the clip lies in memory; null while it is not there. */
  readonly url: string | null;
  readonly hasSound: boolean;
  /** Stand still whatever the timeline says: covered, or alone for too long. */
  readonly mustRest: boolean;
  readonly isMuted: boolean;
}

/** What the picture really does. */
export interface PictureFacts {
  readonly state: Member["picture"];
  readonly linePhase: LinePhase;
  /** Read at rest. */
  readonly shownFrame: number | null;
  /** The last presented frame of the present clip, moving or not. */
  readonly lastFrame: number | null;
  readonly errorMs: number | null;
  readonly startLatencyMs: number;
}

/** Drives one picture to what is wished, again at each event, so that the newest wish always wins. */
export interface PictureDriver {
  drive(wish: PictureWish): void;
  seen(): PictureFacts;
  positionMs(timeline: Timeline, clip: TimelineClip): number;
  /** The frame this person sees now, or is about to. */
  frameOf(timeline: Timeline, clip: TimelineClip | undefined): number;
  /** Stops at once, before anybody else knows. */
  rest(): void;
  /** What is on the screen has to be read anew: the page was not seen for a while. */
  lookAgain(): void;
  unblock(): void;
  onFrameShown(listener: (frame: number | null) => void): () => void;
  /** A headset's button or the system paused the picture. */
  onPausedFromOutside(listener: () => void): void;
  /** Empties the picture. */
  stop(): void;
}

/** What a driver drives and reads. */
export interface PictureDriverParts {
  readonly picture: Picture;
  readonly time: Time;
  readonly sight: PageSight;
  readonly clock: ServerClock;
  readonly onChange: () => void;
}

/** A picture that has not set out for so long after its start stands still. */
const setOutWithinMs = 700;
const nothing: PictureWish = {
  timeline: null,
  clip: null,
  url: null,
  hasSound: false,
  mustRest: false,
  isMuted: false,
};

/** One driver for one picture. */
export function createPictureDriver(parts: PictureDriverParts): PictureDriver {
  const { picture, time, sight, clock, onChange } = parts;
  let wish = nothing;
  let loadedUrl: string | null = null;
  let hasPicture = false;
  let isBlocked = false;
  let movedAtMs = 0;
  let phase: LinePhase = "idle";
  let lastFrame: number | null = null;
  let restFrame: number | null = null;
  let pausedFromOutside = () => {};
  const frameListeners = new Set<(frame: number | null) => void>();
  const stall = createStallWatch(time, onChange);
  const holder = createFrameHolder({
    picture,
    time,
    isVisible: () => sight.isVisible(),
    lastFrame: () => lastFrame,
    onShown: onChange,
  });
  const follower = createLineFollower({
    picture,
    time,
    clock,
    onBlocked: () => {
      isBlocked = true;
      onChange();
    },
  });

  function load(url: string | null) {
    if (url === loadedUrl) return;
    loadedUrl = url;
    hasPicture = false;
    restFrame = null;
    stall.clear();
    follower.stop();
    holder.release();
    picture.load(url);
    showFrame(null);
  }

  function showFrame(frame: number | null) {
    lastFrame = frame;
    for (const listener of frameListeners) listener(frame);
  }

  function drive(next: PictureWish) {
    wish = next;
    picture.setMuted(next.isMuted);
    load(next.url);
    move(next);
    watchForStall();
  }

  function move(next: PictureWish) {
    const { timeline, clip } = next;
    if (timeline === null || clip === null || next.url === null || !hasPicture) return;
    const line = lineOf(timeline, clip, next.hasSound);
    const mayMove = line !== null && !next.mustRest && !isBlocked && clock.isKnown();
    if (!mayMove) {
      restOn(timeline, clip);
      return;
    }
    restFrame = null;
    holder.release();
    follower.follow(line);
  }

  function restOn(timeline: Timeline, clip: TimelineClip) {
    follower.stop();
    if (timeline.motion.kind === "paused") {
      restFrame = null;
      holder.hold(timeline.motion.frame, clip);
      return;
    }
    restFrame ??= lastFrame ?? frameAt(clip, positionMs(timeline, clip));
    holder.hold(restFrame, clip);
  }

  function positionMs(timeline: Timeline, clip: TimelineClip): number {
    return positionAt(timeline, clip, clock.estimatedServerNowMs());
  }

  function frameOf(timeline: Timeline, clip: TimelineClip | undefined): number {
    const { motion } = timeline;
    if (motion.kind === "paused") return motion.frame;
    if (clip === undefined) return motion.fromFrame;
    return lastFrame ?? frameAt(clip, positionMs(timeline, clip));
  }

  /** When the next picture has to be there: frames may be far apart, so the clip's own table says. */
  function nextDueMs(): number | null {
    const { timeline, clip } = wish;
    if (phase === "idle" || timeline === null || clip === null || !sight.isVisible()) return null;
    const round = roundAt(timeline, clip, clock.estimatedServerNowMs());
    if (round === null) return null;
    if (phase !== "running") {
      return Math.max(movedAtMs, clock.toLocalMs(round.startsAtServerMs)) + setOutWithinMs;
    }
    if (lastFrame === null || lastFrame >= round.lastFrame) return null;
    const gapMs = frameStartMs(clip, lastFrame + 1) - frameStartMs(clip, lastFrame);
    return movedAtMs + gapMs / timeline.rate;
  }

  /** Counts anew from each picture, and from the moment the picture is to set out or to run. */
  function watchForStall() {
    if (follower.phase() !== phase) {
      phase = follower.phase();
      movedAtMs = time.nowMs() + (phase === "running" ? follower.startLatencyMs() : 0);
    }
    const canGoOn = phase === "idle" && picture.canPlay() && holder.shownFrame() !== null;
    if (canGoOn) stall.clear();
    stall.expectBy(nextDueMs());
  }

  function handleFrame(presented: PresentedFrame) {
    if (wish.clip === null || !hasPicture) return;
    const wasStalled = stall.isStalled() && phase === "running";
    showFrame(frameAt(wish.clip, presented.mediaTimeMs));
    follower.handleFrame(presented);
    holder.handleFrame(presented);
    movedAtMs = Math.max(movedAtMs, time.nowMs());
    if (wasStalled) stall.clear();
    watchForStall();
    if (wasStalled) onChange();
  }

  function handleEvent(event: VideoEvent) {
    if (event === "loaded") hasPicture ||= loadedUrl !== null;
    if (event === "seeked") holder.handleSeeked();
    if (event === "paused" && isOutsidePause()) pausedFromOutside();
    follower.advance();
    onChange();
  }

  function isOutsidePause(): boolean {
    const isMeantToRun = follower.phase() === "running" && !isBlocked;
    return isMeantToRun && picture.isPaused() && !picture.hasEnded() && sight.isVisible();
  }

  /** The others watch a clip that this person may not see: nobody waits for a picture that never comes. */
  function isNotForMe(): boolean {
    return wish.timeline !== null && wish.clip === null;
  }

  function state(): Member["picture"] {
    if (!sight.isVisible() || isNotForMe()) return "unseen";
    if (!hasPicture) return "loading";
    if (isBlocked) return "blocked";
    return stall.isStalled() ? "stalled" : "ready";
  }

  picture.onFrame(handleFrame);
  picture.onEvent(handleEvent);

  return {
    drive,
    seen: () => ({
      state: state(),
      linePhase: follower.phase(),
      shownFrame: holder.shownFrame(),
      lastFrame,
      errorMs: follower.errorMs(),
      startLatencyMs: follower.startLatencyMs(),
    }),
    positionMs,
    frameOf,
    rest: () => {
      follower.stop();
      picture.pause();
    },
    lookAgain: () => {
      if (!sight.isVisible()) return;
      movedAtMs = time.nowMs();
      holder.release();
      follower.advance();
    },
    unblock: () => {
      void picture.play().then((outcome) => {
        isBlocked = outcome === "blocked";
        holder.release(); // the picture may have moved: it comes to rest, or sets out, anew
        onChange();
      });
    },
    onFrameShown: (listener) => {
      frameListeners.add(listener);
      listener(lastFrame);
      return () => frameListeners.delete(listener);
    },
    onPausedFromOutside: (listener) => {
      pausedFromOutside = listener;
    },
    stop: () => {
      wish = nothing;
      load(null);
    },
  };
}
