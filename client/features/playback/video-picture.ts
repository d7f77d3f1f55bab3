import { createPresentedTime } from "./presented-time.ts";
import { createRestlessPicture } from "./restless-picture.ts";
import type { Picture, PlayOutcome, PresentedFrame, VideoEvent } from "./surroundings.ts";

const events: Readonly<Record<string, VideoEvent>> = {
  loadeddata: "loaded",
  canplay: "loaded",
  seeked: "seeked",
  playing: "playing",
  pause: "paused",
  waiting: "waiting",
  ended: "ended",
};

/** Readiness of a media element: the present picture and something after it are there. */
const haveFutureData = 3;

/** A `<video>` without controls of its own: everything it does comes from the room. */
export function createVideoElement(): HTMLVideoElement {
  const video = document.createElement("video");
  video.playsInline = true;
  video.preload = "auto";
  video.controls = false;
  video.disablePictureInPicture = true;
  video.disableRemotePlayback = true;
  video.setAttribute("controlslist", "nodownload noplaybackrate noremoteplayback nofullscreen");
  video.preservesPitch = true;
  video.addEventListener("contextmenu", (event) => event.preventDefault());
  return video;
}

/** Drives that element. This is the one place where seconds exist. */
export function pictureOf(video: HTMLVideoElement): Picture {
  const frameListeners = new Set<(frame: PresentedFrame) => void>();
  const eventListeners = new Set<(event: VideoEvent) => void>();
  const presentedTime = createPresentedTime();
  const restless = createRestlessPicture();
  /** Where the last seek went, while nothing has played since. */
  let soughtMs: number | null = null;

  function beginAnew(nextSoughtMs: number | null) {
    soughtMs = nextSoughtMs;
    restless.beginAnew();
  }

  function tellFrame(_nowMs: number, seen: VideoFrameCallbackMetadata) {
    video.requestVideoFrameCallback(tellFrame);
    const mediaTimeMs = seen.mediaTime * 1000;
    if (soughtMs !== null && video.paused) handleAtRest(mediaTimeMs, soughtMs);
    const frame = {
      mediaTimeMs: presentedTime.trueMs(mediaTimeMs),
      dueAtLocalMs: seen.expectedDisplayTime,
    };
    for (const listener of frameListeners) listener(frame);
  }

  function handleAtRest(mediaTimeMs: number, restMs: number) {
    presentedTime.learn(mediaTimeMs, restMs);
    if (video.seeking || !restless.isTooMany(mediaTimeMs)) return;
    restless.beginAnew();
    void play(); // only an element that plays takes a pause to heart
    video.pause();
  }

  const play = () => video.play().then((): PlayOutcome => "playing", outcomeOf);

  if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(tellFrame);
  for (const [name, event] of Object.entries(events)) {
    video.addEventListener(name, () => {
      for (const listener of eventListeners) listener(event);
    });
  }

  return {
    load: (url) => {
      video.pause();
      presentedTime.forget();
      beginAnew(null);
      if (url === null) video.removeAttribute("src");
      else video.src = url;
      video.load();
    },
    positionMs: () => video.currentTime * 1000,
    isPaused: () => video.paused,
    isSeeking: () => video.seeking,
    hasEnded: () => video.ended,
    canPlay: () => video.readyState >= haveFutureData || (video.ended && video.readyState >= 2),
    seek: (positionMs) => {
      beginAnew(positionMs);
      video.currentTime = positionMs / 1000;
    },
    play: () => {
      beginAnew(null);
      return play();
    },
    pause: () => video.pause(),
    setRate: (rate) => {
      if (video.playbackRate !== rate) video.playbackRate = rate;
    },
    setMuted: (isMuted) => {
      video.muted = isMuted;
    },
    onFrame: (listener) => listen(frameListeners, listener),
    onEvent: (listener) => listen(eventListeners, listener),
  };
}

function outcomeOf(error: unknown): PlayOutcome {
  const isBlocked = error instanceof DOMException && error.name === "NotAllowedError";
  return isBlocked ? "blocked" : "interrupted";
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
