import { peakMs } from "#client/features/studio/film/read-peaks.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";

/** The rows of the time line from its top, in CSS pixels. */
export const timelineRows = {
  film: { top: 0, height: 52 },
  clips: { top: 56, height: 26 },
  sound: { top: 86, height: 36 },
  child: { top: 126, height: 30 },
  adult: { top: 158, height: 30 },
} as const;
/** The height of the time line, in CSS pixels. */
export const timelineHeight = 190;

/** The colours of the time line, from the design's own. */
export interface TimelineColours {
  readonly ground: string;
  readonly clip: string;
  readonly chosen: string;
  readonly sound: string;
  readonly child: string;
  readonly adult: string;
  readonly ink: string;
  readonly playhead: string;
}

/** What is drawn: `window` is the stretch of film shown over the whole width. */
export interface TimelineScene {
  readonly window: Stretch;
  readonly width: number;
  readonly film: Pick<StudioFilm, "marks" | "drafts">;
  readonly chosenId: string | null;
  readonly placeMs: number;
  readonly thumbnails: readonly {
    readonly atMs: number;
    readonly picture: CanvasImageSource | undefined;
  }[];
  readonly thumbnailWidth: number;
  readonly peaks: Uint8Array;
  readonly colours: TimelineColours;
}

/** Draws the whole time line anew. */
export function drawTimeline(pen: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, colours, window, placeMs } = scene;
  const x = (ms: number) => ((ms - window.startMs) / (window.endMs - window.startMs)) * width;
  pen.clearRect(0, 0, width, timelineHeight);
  pen.fillStyle = colours.ground;
  for (const { top, height } of Object.values(timelineRows)) pen.fillRect(0, top, width, height);
  drawThumbnails(pen, scene, x);
  drawSound(pen, scene);
  drawClips(pen, scene, x);
  drawMarks(pen, scene, x);
  pen.fillStyle = colours.playhead;
  pen.fillRect(Math.round(x(placeMs)) - 1, 0, 3, timelineHeight);
}

type Place = (ms: number) => number;

function drawThumbnails(pen: CanvasRenderingContext2D, scene: TimelineScene, x: Place): void {
  const { top, height } = timelineRows.film;
  for (const { atMs, picture } of scene.thumbnails) {
    if (picture !== undefined) pen.drawImage(picture, x(atMs), top, scene.thumbnailWidth, height);
  }
}

function drawSound(
  pen: CanvasRenderingContext2D,
  { window, width, peaks, colours }: TimelineScene,
) {
  const { top, height } = timelineRows.sound;
  const eachMs = (window.endMs - window.startMs) / width;
  pen.fillStyle = colours.sound;
  for (let column = 0; column < width; column += 1) {
    const from = Math.floor((window.startMs + column * eachMs) / peakMs);
    const to = Math.max(from + 1, Math.ceil((window.startMs + (column + 1) * eachMs) / peakMs));
    let loudest = 0;
    for (let n = from; n < to; n += 1) loudest = Math.max(loudest, peaks[n] ?? 0);
    const tall = Math.max(1, (loudest / 255) * height);
    pen.fillRect(column, top + (height - tall) / 2, 1, tall);
  }
}

function drawClips(pen: CanvasRenderingContext2D, scene: TimelineScene, x: Place): void {
  const { film, chosenId, colours, width } = scene;
  const { top, height } = timelineRows.clips;
  pen.font = "600 13px sans-serif";
  pen.textBaseline = "middle";
  for (const [n, { draftId, title, plan }] of film.drafts.entries()) {
    const [from, to] = [x(plan.stretch.startMs), x(plan.stretch.endMs)];
    if (to < 0 || from > width) continue;
    const isChosen = draftId === chosenId;
    const long = Math.max(6, to - from);
    pen.fillStyle = isChosen ? colours.chosen : colours.clip;
    pen.fillRect(from, top, long, height);
    pen.save();
    pen.beginPath();
    pen.rect(from, top, long, height);
    pen.clip();
    pen.fillStyle = isChosen ? "#fff" : colours.ink;
    pen.fillText(`${n + 1} ${title}`, Math.max(0, from) + 6, top + height / 2);
    pen.restore();
    if (!isChosen) continue;
    pen.strokeStyle = colours.chosen;
    pen.lineWidth = 2;
    pen.strokeRect(from, timelineRows.film.top + 1, long, timelineRows.film.height - 2);
  }
}

function drawMarks(pen: CanvasRenderingContext2D, scene: TimelineScene, x: Place): void {
  for (const { lane, atMs } of scene.film.marks) {
    const at = x(atMs);
    if (at < -8 || at > scene.width + 8) continue;
    const { top, height } = timelineRows[lane];
    const middle = top + height / 2;
    pen.fillStyle = scene.colours[lane];
    pen.beginPath();
    if (lane === "child") {
      pen.arc(at, middle, 8, 0, 2 * Math.PI);
    } else {
      pen.moveTo(at, middle - 9);
      pen.lineTo(at + 9, middle);
      pen.lineTo(at, middle + 9);
      pen.lineTo(at - 9, middle);
    }
    pen.fill();
  }
}
