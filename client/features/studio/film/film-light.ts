import { CanvasSink } from "mediabunny";
import type { InputVideoTrack } from "mediabunny";
import type { FrameTable } from "#shared/playback/frames.ts";
import { keyTimeS } from "./key-pictures.ts";

/** What is looked at of a film. */
interface LitFilm {
  readonly picture: InputVideoTrack;
  readonly table: FrameTable;
}

const looks = 3;
const sidePx = 32;
/** Mean brightness of 255 under which hands and faces are hard to make out. */
const darkBelow = 40;

/** Whether the film is too dark to see much: the brightness of a few whole pictures, and of nothing in them. */
export async function isFilmDark({ picture: track, table }: LitFilm): Promise<boolean> {
  const sink = new CanvasSink(track, { width: sidePx, height: sidePx, fit: "fill" });
  const keysS: number[] = [];
  for (let n = 0; n < looks; n += 1) {
    keysS.push(await keyTimeS(track, ((n + 0.5) * table.durationMs) / looks / 1000));
  }
  let [total, values] = [0, 0];
  for await (const shown of sink.canvasesAtTimestamps(keysS)) {
    const pen = shown?.canvas.getContext("2d", { willReadFrequently: true });
    if (!(pen instanceof OffscreenCanvasRenderingContext2D)) continue;
    const { data } = pen.getImageData(0, 0, sidePx, sidePx);
    for (let at = 0; at < data.length; at += 4) {
      total += 0.3 * (data[at] ?? 0) + 0.6 * (data[at + 1] ?? 0) + 0.1 * (data[at + 2] ?? 0);
    }
    values += data.length / 4;
  }
  return values > 0 && total / values < darkBelow;
}
