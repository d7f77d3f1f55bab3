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

  function tellFrame(_nowMs: number, seen: VideoFrameCallbackMetadata) {
    video.requestVideoFrameCallback(tellFrame);
    const frame = { mediaTimeMs: seen.mediaTime * 1000, dueAtLocalMs: seen.expectedDisplayTime };
    for (const listener of frameListeners) listener(frame);
  }
  if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(tellFrame);
  for (const [name, event] of Object.entries(events)) {
    video.addEventListener(name, () => {
      for (const listener of eventListeners) listener(event);
    });
  }

  return {
    load: (url) => {
      video.pause();
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
      video.currentTime = positionMs / 1000;
    },
    play: () => video.play().then((): PlayOutcome => "playing", outcomeOf),
    pause: () => video.pause(),
    setRate: (rate) => {
      if (video.playbackRate !== rate) video.playbackRate = rate;
    },
    setMuted: (isMuted) => {
      video.muted = isMuted;
    },
    setRepeat: (repeats) => {
      video.loop = repeats;
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
