/** A picture as it was presented: which moment of the clip, and when it is (or was) due on the screen. */
export interface PresentedFrame {
  readonly mediaTimeMs: number;
  readonly dueAtLocalMs: number;
}

/** `blocked`: the browser wants a tap before anything with sound may play. */
export type PlayOutcome = "playing" | "blocked" | "interrupted";

/** What a moving picture tells of itself. */
export type VideoEvent = "loaded" | "seeked" | "playing" | "paused" | "waiting" | "ended";

/** The moving picture as the player drives it; a `<video>` element stands behind it, in ms. */
export interface Picture {
  /** Another clip; `null` empties the picture. */
  load(url: string | null): void;
  positionMs(): number;
  isPaused(): boolean;
  isSeeking(): boolean;
  hasEnded(): boolean;
  /** Enough is there to go on at once. */
  canPlay(): boolean;
  seek(positionMs: number): void;
  play(): Promise<PlayOutcome>;
  pause(): void;
  setRate(rate: number): void;
  setMuted(isMuted: boolean): void;
  onFrame(listener: (frame: PresentedFrame) => void): () => void;
  onEvent(listener: (event: VideoEvent) => void): () => void;
}

/** The browser's monotonic clock and its timers. */
export interface Time {
  nowMs(): number;
  /** Calls once after `delayMs`; answers how to take it back. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls once at the screen's next beat, with its instant; a page nobody sees has none, and is called soon. */
  onBeat(run: (beatAtLocalMs: number) => void): () => void;
}

/** Whether anybody can see the page. */
export interface PageSight {
  isVisible(): boolean;
  onChange(listener: () => void): () => void;
}

const hiddenBeatMs = 100;

/** The clock and timers of a browser. */
export const browserTime: Time = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.max(0, delayMs));
    return () => clearTimeout(timer);
  },
  onBeat: (run) => {
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const once = (beatAtLocalMs: number) => {
      stop();
      run(beatAtLocalMs);
    };
    const frame = requestAnimationFrame(once);
    const timer = setTimeout(() => once(performance.now()), hiddenBeatMs);
    return stop;
  },
};

/** The page this runs in. */
export const browserSight: PageSight = {
  isVisible: () => document.visibilityState === "visible",
  onChange: (listener) => {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
};
