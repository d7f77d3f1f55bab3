import { frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";

/** A clip in memory to draw pictures from. */
export interface DrawableClip extends FrameTable {
  readonly url: string;
}

/** Draws single frames of clips that are in memory; makes no request and shows nothing by itself. */
export interface StillDrawer {
  /** The picture of one frame, its longer side at most `sidePx`; null when it cannot be had. */
  draw(clip: DrawableClip, frame: number, sidePx: number): Promise<ImageBitmap | null>;
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

  async function drawNow(clip: DrawableClip, frame: number, sidePx: number) {
    if (video.src !== clip.url) {
      video.src = clip.url;
      await happens(video, "loadeddata");
    }
    const seeked = happens(video, "seeked");
    video.currentTime = frameMiddleMs(clip, frame) / 1000;
    await seeked;
    const { videoWidth, videoHeight } = video;
    const scale = sidePx / Math.max(videoWidth, videoHeight);
    if (scale >= 1) return createImageBitmap(video); // pixel for pixel
    return createImageBitmap(video, {
      resizeWidth: Math.max(1, Math.round(videoWidth * scale)),
      resizeHeight: Math.max(1, Math.round(videoHeight * scale)),
      resizeQuality: "high",
    });
  }

  return {
    draw(clip, frame, sidePx) {
      const drawn = last.then(() => drawNow(clip, frame, sidePx)).catch(() => null); // no picture: the tile stays quiet
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

/** The picture as a PNG file, pixel for pixel; closes the bitmap. */
export async function pngOf(picture: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d", { alpha: false });
  pen?.drawImage(picture, 0, 0);
  picture.close();
  return canvas.convertToBlob({ type: "image/png" });
}
