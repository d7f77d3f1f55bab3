import { CanvasSink } from "mediabunny";
import type { InputVideoTrack } from "mediabunny";
import { keyTimeS } from "./key-pictures.ts";

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
    const sink = new CanvasSink(track, { width: thumbnailWidthPx });
    let at = 0;
    for await (const shown of sink.canvasesAtTimestamps(shownS)) {
      if (signal.aborted) return;
      const timeMs = timesMs[at];
      at += 1;
      if (shown === null || timeMs === undefined) continue;
      yield { timeMs, picture: await createImageBitmap(shown.canvas), isExact };
    }
  }
}
