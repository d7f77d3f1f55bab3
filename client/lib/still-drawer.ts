import { frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";

/** A clip in memory to draw pictures from. */
export interface DrawableClip extends FrameTable {
  readonly url: string;
}

/** Draws single frames of clips that are in memory; makes no request and shows nothing by itself. */
export interface StillDrawer {
  /** The picture of one frame, at most `width` px wide; null when it cannot be had. */
  draw(clip: DrawableClip, frame: number, width: number): Promise<ImageBitmap | null>;
  close(): void;
}

const seekWithinMs = 4_000;

/** Makes a drawer with a hidden video of its own. Pictures are drawn one after another. */
export function createStillDrawer(): StillDrawer {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  let last: Promise<unknown> = Promise.resolve();

  async function drawNow(clip: DrawableClip, frame: number, width: number) {
    if (video.src !== clip.url) {
      video.src = clip.url;
      await happens(video, "loadeddata");
    }
    const seeked = happens(video, "seeked");
    video.currentTime = frameMiddleMs(clip, frame) / 1000;
    await seeked;
    const resizeWidth = Math.min(width, video.videoWidth);
    return createImageBitmap(video, { resizeWidth, resizeQuality: "high" });
  }

  return {
    draw(clip, frame, width) {
      const drawn = last.then(() => drawNow(clip, frame, width)).catch(() => null); // no picture: the tile stays quiet
      last = drawn;
      return drawn;
    },
    close() {
      video.removeAttribute("src");
      video.load();
    },
  };
}

function happens(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event}`)), seekWithinMs);
    const settle = (done: () => void) => () => {
      clearTimeout(late);
      video.removeEventListener(event, onEvent);
      video.removeEventListener("error", onError);
      done();
    };
    const onEvent = settle(resolve);
    const onError = settle(() => reject(new Error("no picture")));
    video.addEventListener(event, onEvent);
    video.addEventListener("error", onError);
  });
}
