import { duck, duckingGain, isDuckingMoving, notDucked } from "#shared/call/ducking.ts";

/** How loud the clip is for this person: their own choice, and less while somebody speaks. */
export interface ClipVolume {
  /** 0-1, kept in this browser. */
  setPersonal(volume: number): void;
  personal(): number;
  /** Somebody speaks now, or nobody. */
  setSpeaking(isAnybodySpeaking: boolean): void;
  /** The element whose sound it is, from now on. */
  applyTo(video: Pick<HTMLVideoElement, "volume">): void;
  /** False where a page may not set it (iPhone and iPad): there only the device's own buttons do. */
  readonly canBeSet: boolean;
  close(): void;
}

const key = "clip-volume";
const stepMs = 20;

/** The volume of the clip in one tab. */
export function createClipVolume(): ClipVolume {
  const video = document.createElement("video");
  video.volume = 0.5;
  const canBeSet = video.volume === 0.5;
  return clipVolumeOf(canBeSet, () => performance.now());
}

/** The same without a browser: on any clock that only goes forward. */
export function clipVolumeOf(canBeSet: boolean, nowMs: () => number): ClipVolume {
  let chosen = storedVolume();
  let ducking = notDucked;
  let applied: Pick<HTMLVideoElement, "volume"> | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** A loudness stands for one step, so it is that of the step's end. */
  function apply() {
    const atMs = nowMs() + stepMs;
    if (applied !== null) applied.volume = chosen * duckingGain(ducking, atMs);
    if (applied !== null && isDuckingMoving(ducking, atMs)) timer ??= setInterval(apply, stepMs);
    else stop();
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    setPersonal(volume) {
      chosen = Math.min(1, Math.max(0, volume));
      keepVolume(chosen);
      apply();
    },
    personal: () => chosen,
    setSpeaking(isAnybodySpeaking) {
      ducking = duck(ducking, isAnybodySpeaking, nowMs());
      apply();
    },
    applyTo(video) {
      applied = video;
      apply();
    },
    canBeSet,
    close() {
      stop();
      applied = null;
    },
  };
}

function keepVolume(volume: number): void {
  try {
    window.localStorage.setItem(key, String(volume));
  } catch {
    // Storage is closed in some private windows: the choice then lasts as long as the page.
  }
}

function storedVolume(): number {
  try {
    const kept = Number.parseFloat(window.localStorage.getItem(key) ?? "1");
    return kept >= 0 && kept <= 1 ? kept : 1;
  } catch {
    return 1; // see above
  }
}
