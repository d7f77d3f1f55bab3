import { VideoSampleSink } from "mediabunny";
import type { InputVideoTrack, VideoSample } from "mediabunny";
import { keyTimeS } from "./key-pictures.ts";
import { bitmapOf } from "./sample-bitmap.ts";

/** A small picture of the film at this film time; `isExact` false for one that is only near. */
export interface ReadThumbnail {
  readonly timeMs: number;
  readonly picture: ImageBitmap;
  readonly isExact: boolean;
}

/** How wide a thumbnail is; it is drawn as high as the film is shaped. */
export const thumbnailWidthPx = 160;

/** Small pictures at these times: first the nearest that decodes at once for each, then the very one. */
export async function* readThumbnails(
  track: InputVideoTrack,
  timesMs: readonly number[],
  signal: AbortSignal,
): AsyncGenerator<ReadThumbnail> {
  const timesS = timesMs.map((timeMs) => timeMs / 1000);
  const keysS: number[] = [];
  for (const timeS of timesS) keysS.push(await keyTimeS(track, timeS));
  for (const [isExact, shownS] of [
    [false, keysS],
    [true, timesS],
  ] as const) {
    let at = 0;
    for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(shownS)) {
      const timeMs = timesMs[at];
      at += 1;
      if (signal.aborted || timeMs === undefined) {
        sample?.close();
        return;
      }
      if (sample === null) continue;
      const picture = await paintSmall(sample).finally(() => sample.close());
      yield { timeMs, picture, isExact };
    }
  }
}

function paintSmall(sample: VideoSample): Promise<ImageBitmap> {
  const { displayWidth, displayHeight } = sample;
  const height = Math.max(1, Math.round((thumbnailWidthPx * displayHeight) / displayWidth));
  return bitmapOf(sample, { width: thumbnailWidthPx, height });
}
