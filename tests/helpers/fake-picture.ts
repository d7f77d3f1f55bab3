import { frameAt } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import type {
  Picture,
  PlayOutcome,
  PresentedFrame,
  Time,
  VideoEvent,
} from "#client/features/playback/surroundings.ts";

/** How one browser's player behaves. */
export interface PictureHabits {
  readonly startLatencyMs: number;
  readonly seekLatencyMs: number;
  /** 1 is a media clock that runs true. */
  readonly pace: number;
  /** A seek lands this far from where it was asked to. */
  readonly seekErrorMs?: number;
}

/** A `<video>` on a virtual clock, with what a test may ask of it. */
export interface FakePicture extends Picture {
  isMuted(): boolean;
  seeks(): number;
  loads(): number;
  /** The browser wants a tap from now on, or does not. */
  setBlocked(isBlocked: boolean): void;
  frameOnScreen(): number;
}

const vsyncMs = 1000 / 60;
const loadMs = 20;

/** Presents frames at 60 Hz as a browser does: the last one that is due, by its start. */
export function createFakePicture(
  time: Time,
  table: FrameTable,
  habits: PictureHabits,
): FakePicture {
  const frameListeners = new Set<(frame: PresentedFrame) => void>();
  const eventListeners = new Set<(event: VideoEvent) => void>();
  const state = { positionMs: 0, rate: 1, isLoaded: false, isPaused: true, isSeeking: false };
  const counts = { seeks: 0, loads: 0 };
  const flags = { isMuted: false, repeats: false, isBlocked: false };
  let movesFromMs = Infinity;
  let cancelSeek = () => {};
  let onScreen = 0;

  const tell = (event: VideoEvent) => {
    for (const listener of eventListeners) listener(event);
  };

  function present() {
    onScreen = frameAt(table, state.positionMs);
    const mediaTimeMs = table.framesMs[onScreen] ?? 0;
    const dueAtLocalMs = time.nowMs();
    for (const listener of frameListeners) listener({ mediaTimeMs, dueAtLocalMs });
  }

  function move(byMs: number) {
    state.positionMs += byMs * state.rate * habits.pace;
    if (state.positionMs < table.durationMs) return;
    state.positionMs = flags.repeats ? state.positionMs % table.durationMs : table.durationMs;
    if (flags.repeats) return;
    state.isPaused = true;
    tell("ended");
  }

  function vsync() {
    const nowMs = time.nowMs();
    if (!state.isPaused && !state.isSeeking && nowMs > movesFromMs) {
      move(Math.min(vsyncMs, nowMs - movesFromMs));
      if (frameAt(table, state.positionMs) !== onScreen) present();
    }
    time.after(vsyncMs, vsync);
  }
  vsync();

  return {
    load: (url) => {
      counts.loads += 1;
      Object.assign(state, { positionMs: 0, isLoaded: false, isPaused: true });
      if (url === null) return;
      time.after(loadMs, () => {
        state.isLoaded = true;
        tell("loaded");
        present();
      });
    },
    positionMs: () => state.positionMs,
    isPaused: () => state.isPaused,
    isSeeking: () => state.isSeeking,
    hasEnded: () => state.positionMs >= table.durationMs,
    canPlay: () => state.isLoaded && !state.isSeeking,
    seek: (positionMs) => {
      counts.seeks += 1;
      cancelSeek();
      state.positionMs = positionMs + (habits.seekErrorMs ?? 0);
      state.isSeeking = true;
      cancelSeek = time.after(habits.seekLatencyMs, () => {
        state.isSeeking = false;
        present();
        tell("seeked");
      });
    },
    play: (): Promise<PlayOutcome> => {
      if (flags.isBlocked) return Promise.resolve("blocked");
      state.isPaused = false;
      movesFromMs = time.nowMs() + habits.startLatencyMs;
      return Promise.resolve("playing");
    },
    pause: () => {
      state.isPaused = true;
    },
    setRate: (rate) => {
      state.rate = rate;
    },
    setMuted: (isMuted) => {
      flags.isMuted = isMuted;
    },
    setRepeat: (repeats) => {
      flags.repeats = repeats;
    },
    onFrame: (listener) => {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    isMuted: () => flags.isMuted,
    seeks: () => counts.seeks,
    loads: () => counts.loads,
    setBlocked: (isBlocked) => {
      flags.isBlocked = isBlocked;
    },
    frameOnScreen: () => onScreen,
  };
}
