import { VideoSampleSink } from "mediabunny";
import { clipSize } from "#shared/studio/cut-frames.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { openFilmToCut } from "./film-to-cut.ts";
import type { FilmToCut } from "./film-to-cut.ts";
import { createPicturePainter } from "./paint-picture.ts";

/** Shows pictures of one film as a clip will have them, upright and covered. */
export interface Previewer {
  readonly film: Blob;
  /** The picture the film shows at this film time; null when it shows none. */
  pictureAt(plan: CutPlan, atMs: number): Promise<ImageBitmap | null>;
  close(): void;
}

/** Opens a film for that. Null when it cannot be read. */
export async function openPreviewer(film: Blob): Promise<Previewer | null> {
  const opened = await openFilmToCut(film);
  if (!opened.ok) return null;
  const sink = new VideoSampleSink(opened.value.picture);
  return {
    film,
    pictureAt: (plan, atMs) => pictureAt(opened.value, sink, plan, atMs),
    close: () => opened.value.close(),
  };
}

async function pictureAt(film: FilmToCut, sink: VideoSampleSink, plan: CutPlan, atMs: number) {
  const picture = await sink.getSample(atMs / 1000);
  if (picture === null) return null;
  const painter = createPicturePainter(clipSize(film.size), plan.covers);
  const startMs = picture.timestamp * 1000;
  painter.paint(picture, { startMs, endMs: Math.max(atMs + 1, startMs + picture.duration * 1000) });
  picture.close();
  return painter.canvas.transferToImageBitmap();
}
