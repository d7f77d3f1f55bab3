import { frameAt } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import type {
  Picture,
  PlayOutcome,
  PresentedFrame,
  Time,
  VideoEvent,
} from "#client/features/playback/surroundings.ts";
import { createMediaClock } from "#tests/helpers/simulator/media-clock.ts";
import type { MediaClockHabits } from "#tests/helpers/simulator/media-clock.ts";
import { drawAmount, seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import type { Amount } from "#tests/helpers/simulator/seeded-random.ts";

/** How one browser's player behaves. What is left out behaves well. */
export interface PictureHabits extends Partial<MediaClockHabits> {
  readonly startLatencyMs: Amount;
  readonly seekLatencyMs: Amount;
  /** A seek lands this far from where it was asked to. */
  readonly seekErrorMs?: number;
  /** For how long it believes each frame to stand, as a seek goes by it; their true length unless said. */
  readonly believedMs?: readonly number[];
  /** How far from the truth the told instant of a picture is. */
  readonly dueJitterMs?: Amount;
  /** The share of pictures that nobody is told of. */
  readonly skips?: number;
  /** Each rate written while moving stops the picture for so long, as where rates are obeyed badly. */
  readonly stutterMs?: number;
  /** When the screen is redrawn, against this browser's clock. */
  readonly screenBeatMs?: number;
  /** Where drawing takes longer than a beat: a new picture comes only on each so manieth. */
  readonly drawnEvery?: number;
  /** The share of those on which none comes either. */
  readonly missedBeats?: number;
}

/** A `<video>` on a virtual clock, with what a test may ask of it. */
export interface FakePicture extends Picture {
  isMuted(): boolean;
  seeks(): number;
  loads(): number;
  /** Rates written while the picture moved. */
  rateWrites(): number;
  /** The browser wants a tap from now on, or does not. */
  setBlocked(isBlocked: boolean): void;
  frameOnScreen(): number;
  /** Nothing comes for so long; `Infinity` is for good. */
  stall(forMs: number): void;
  /** Moved by hand, behind the page's back. */
  push(byMs: number): void;
  /** Each picture when it is on the screen, also one that nobody is told of. */
  onShown(listener: (frame: number, atLocalMs: number) => void): void;
}

const vsyncMs = 1000 / 60;
const loadMs = 20;

/** Presents frames at 60 Hz as a browser does: at each beat the one that fills most of it. */
export function createFakePicture(
  time: Time,
  table: FrameTable,
  habits: PictureHabits,
  random: () => number = seededRandom(1),
): FakePicture {
  const clock = createMediaClock(time, { pace: 1, rateGain: 1, lossPerWriteMs: 0, ...habits });
  const frameListeners = new Set<(frame: PresentedFrame) => void>();
  const eventListeners = new Set<(event: VideoEvent) => void>();
  const shownListeners = new Set<(frame: number, atLocalMs: number) => void>();
  const state = { isLoaded: false, isPaused: true, isSeeking: false, isEnded: false };
  const counts = { seeks: 0, loads: 0 };
  const flags = { isMuted: false, isBlocked: false };
  let stalledUntilMs = -Infinity;
  let cancelSeek = () => {};
  let cancelBeat = () => {};
  let onScreen = 0;
  let beats = 0;

  const tell = (event: VideoEvent) => {
    for (const listener of eventListeners) listener(event);
  };
  const tellSoon = (event: VideoEvent) => time.after(0, () => tell(event));
  const isMoving = () => !state.isPaused && !state.isSeeking;

  function present(frame: number, isSkipped = false) {
    onScreen = frame;
    const atLocalMs = time.nowMs();
    for (const listener of shownListeners) listener(frame, atLocalMs);
    if (isSkipped) return;
    const mediaTimeMs = table.framesMs[frame] ?? 0;
    const dueAtLocalMs = atLocalMs + drawAmount(habits.dueJitterMs ?? 0, random);
    for (const listener of frameListeners) listener({ mediaTimeMs, dueAtLocalMs });
  }

  function beat() {
    const nowMs = time.nowMs();
    beats += 1;
    const isDrawn = beats % (habits.drawnEvery ?? 1) === 0 && random() >= (habits.missedBeats ?? 0);
    if (isMoving() && isDrawn) {
      const frame = frameAt(table, clock.positionMs(nowMs + vsyncMs / 2));
      if (frame !== onScreen) present(frame, random() < (habits.skips ?? 0));
      if (clock.positionMs() >= table.durationMs) end();
    }
    if (!state.isPaused) awaitBeat();
  }

  function awaitBeat() {
    cancelBeat();
    const beatMs = (habits.screenBeatMs ?? 0) % vsyncMs;
    const sinceMs = (((time.nowMs() - beatMs) % vsyncMs) + vsyncMs) % vsyncMs;
    const waitMs = vsyncMs - sinceMs;
    cancelBeat = time.after(waitMs < 0.01 ? vsyncMs : waitMs, beat);
  }

  function end() {
    clock.moveFrom(Infinity);
    clock.place(table.durationMs);
    state.isPaused = true;
    state.isEnded = true;
    tell("ended");
  }

  function move(afterMs: number) {
    clock.moveFrom(Math.max(time.nowMs() + afterMs, stalledUntilMs));
    awaitBeat();
  }

  function rest() {
    clock.moveFrom(Infinity);
    state.isPaused = true;
  }

  /** The first frame that is believed to stand there still; its own end is not asked. */
  function frameAfterSeek(): number {
    const positionMs = clock.positionMs();
    const { believedMs } = habits;
    if (believedMs === undefined) return frameAt(table, positionMs);
    return table.framesMs.findIndex((startMs, n) => startMs + (believedMs[n] ?? 0) > positionMs);
  }

  function goTo(positionMs: number) {
    cancelSeek();
    clock.moveFrom(Infinity);
    clock.place(Math.max(0, Math.min(table.durationMs, positionMs)));
    state.isSeeking = true;
    state.isEnded = false;
    cancelSeek = time.after(drawAmount(habits.seekLatencyMs, random), () => {
      state.isSeeking = false;
      if (!state.isPaused) move(0);
      present(frameAfterSeek());
      tell("seeked");
    });
  }

  function stall(forMs: number) {
    stalledUntilMs = time.nowMs() + forMs;
    if (isMoving()) move(0);
    tell("waiting");
    if (forMs === Infinity) return;
    time.after(forMs, () => tell(state.isPaused ? "loaded" : "playing"));
  }

  return {
    load: (url) => {
      counts.loads += 1;
      cancelSeek();
      rest();
      clock.place(0);
      Object.assign(state, { isLoaded: false, isSeeking: false, isEnded: false });
      if (url === null) return;
      time.after(loadMs, () => {
        state.isLoaded = true;
        tell("loaded");
        present(0);
      });
    },
    positionMs: () => clock.positionMs(),
    isPaused: () => state.isPaused,
    isSeeking: () => state.isSeeking,
    hasEnded: () => state.isEnded,
    canPlay: () => state.isLoaded && !state.isSeeking && time.nowMs() >= stalledUntilMs,
    seek: (positionMs) => {
      counts.seeks += 1;
      goTo(positionMs + (habits.seekErrorMs ?? 0));
    },
    play: (): Promise<PlayOutcome> => {
      if (flags.isBlocked) return Promise.resolve("blocked");
      if (state.isPaused) {
        state.isPaused = false;
        move(drawAmount(habits.startLatencyMs, random));
        tellSoon("playing");
      }
      return Promise.resolve("playing");
    },
    pause: () => {
      if (!state.isPaused) tellSoon("paused");
      rest();
    },
    setRate: (rate) => {
      const before = clock.rateWrites();
      clock.setRate(rate);
      if (clock.rateWrites() > before && habits.stutterMs !== undefined) stall(habits.stutterMs);
    },
    setMuted: (isMuted) => {
      flags.isMuted = isMuted;
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
    rateWrites: () => clock.rateWrites(),
    setBlocked: (isBlocked) => {
      flags.isBlocked = isBlocked;
    },
    frameOnScreen: () => onScreen,
    stall,
    push: (byMs) => goTo(clock.positionMs() + byMs),
    onShown: (listener) => {
      shownListeners.add(listener);
    },
  };
}
