import { createThumbnails } from "#client/features/studio/film/thumbnails.ts";
import type { Waveform } from "#client/features/studio/film/waveform.ts";
import type { Studio } from "#client/features/studio/studio.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { drawTimeline, timelineHeight, timelineRows } from "./draw-timeline.ts";
import type { TimelineColours } from "./draw-timeline.ts";
import { thumbnailTimes, windowAround } from "./time-window.ts";

/** The time line as it is drawn on its canvas. */
export interface TimelineView {
  setZoom(zoom: number): void;
  setChosen(draftId: string | null): void;
  /** The film time under a place of the canvas, in CSS pixels from its left. */
  placeAt(x: number): number;
  /** How much film time one CSS pixel is. */
  msPerPixel(): number;
  close(): void;
}

/** Draws a studio's time line on a canvas, anew whenever something of it changes. */
export function createTimelineView(
  canvas: HTMLCanvasElement,
  { film, document: made, playhead }: Pick<Studio, "film" | "document" | "playhead">,
  waveform: Waveform,
): TimelineView {
  const { durationMs } = film.frames;
  const thumbnails = createThumbnails(film);
  const thumbnailWidth = (timelineRows.film.height * film.details.width) / film.details.height;
  const pen = canvas.getContext("2d");
  const colours = coloursOf(canvas);
  let width = Math.max(1, canvas.clientWidth);
  let zoom = 0;
  let chosenId: string | null = null;
  let times: number[] = [];
  let shown: Stretch = { startMs: 0, endMs: durationMs };
  let wanted: Stretch | null = null;
  let drawing = 0;

  function draw(): void {
    drawing = 0;
    shown = windowAround(playhead.placeMs(), zoom, durationMs, shown);
    if (shown !== wanted) want();
    if (pen === null) return;
    const scale = window.devicePixelRatio;
    const wide = Math.round(width * scale);
    if (canvas.width !== wide) {
      canvas.width = wide;
      canvas.height = Math.round(timelineHeight * scale);
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    drawTimeline(pen, {
      window: shown,
      width,
      film: made.current(),
      chosenId,
      placeMs: playhead.placeMs(),
      thumbnails: times.map((atMs) => ({ atMs, picture: thumbnails.at(atMs) })),
      thumbnailWidth,
      peaks: waveform.peaks,
      colours,
    });
  }

  function want(): void {
    wanted = shown;
    times = thumbnailTimes(shown, width / thumbnailWidth);
    thumbnails.want(times);
    waveform.want(shown);
  }

  function redraw(): void {
    drawing ||= requestAnimationFrame(draw);
  }

  const stops = [
    playhead.subscribe(redraw),
    made.subscribe(redraw),
    thumbnails.onPicture(redraw),
    waveform.onPiece(redraw),
  ];
  const sizes = new ResizeObserver(() => {
    width = Math.max(1, canvas.clientWidth);
    wanted = null;
    redraw();
  });
  sizes.observe(canvas);
  redraw();

  const msPerPixel = () => (shown.endMs - shown.startMs) / width;
  return {
    setZoom(next) {
      zoom = next;
      redraw();
    },
    setChosen(draftId) {
      chosenId = draftId;
      redraw();
    },
    placeAt: (x) => Math.min(durationMs, Math.max(0, shown.startMs + x * msPerPixel())),
    msPerPixel,
    close() {
      cancelAnimationFrame(drawing);
      sizes.disconnect();
      for (const stop of stops) stop();
      thumbnails.close();
    },
  };
}

function coloursOf(canvas: HTMLCanvasElement): TimelineColours {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: colour("--sunken"),
    clip: colour("--lake-tint"),
    chosen: colour("--lake"),
    sound: colour("--edge"),
    child: colour("--sky"),
    adult: colour("--leaf"),
    ink: colour("--ink"),
    playhead: colour("--brick"),
  };
}
