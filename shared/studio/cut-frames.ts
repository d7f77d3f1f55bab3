import { cutLimits } from "./cut-plan.ts";
import type { Stretch } from "./cut-plan.ts";
import type { PixelSize } from "./cover-blocks.ts";

/** One picture of a clip: the stretch of film in which the film shows it, and when the clip shows it. */
export interface CutFrame {
  readonly film: Stretch;
  readonly clipMs: number;
}

/** The pictures of a clip, in order; the first at 0, the last until `durationMs`. */
export interface CutFrames {
  readonly frames: readonly CutFrame[];
  readonly durationMs: number;
}

/** Times are stored in whole ticks and told in whole ms: what shows for less than this was not meant. */
const leastShownMs = 1;
const frameEveryMs = 1000 / cutLimits.framesPerSecond;
/** Pictures of a phone come a little early or late; so much is still in time. */
const earlyMs = frameEveryMs / 4;

/**
 * The pictures of a film (`framesMs`, ascending, at least those of the stretch and one after it) that a
 * clip of this stretch has: from the one shown at its start to the last that begins before its end. They
 * keep their own times; where they come faster than a clip may, some are left out. Null when the film
 * shows nothing there. The film ends at `filmEndMs`.
 */
export function framesOfCut(
  framesMs: readonly number[],
  filmEndMs: number,
  stretch: Stretch,
): CutFrames | null {
  const endMs = Math.min(stretch.endMs, filmEndMs);
  const frames: CutFrame[] = [];
  let dueMs = -Infinity;
  for (const [n, startMs] of framesMs.entries()) {
    const film = { startMs, endMs: framesMs[n + 1] ?? filmEndMs };
    const shownMs = Math.min(film.endMs, endMs) - Math.max(startMs, stretch.startMs);
    if (shownMs < leastShownMs || startMs < dueMs - earlyMs) continue;
    const isFirst = frames.length === 0;
    dueMs = startMs + frameEveryMs - (isFirst ? 0 : Math.min(earlyMs, startMs - dueMs));
    frames.push({ film, clipMs: isFirst ? 0 : startMs - stretch.startMs });
  }
  return frames.length === 0 ? null : { frames, durationMs: endMs - stretch.startMs };
}

/** The measure of a clip's picture: the film's upright one, brought into the limits, both sides even. */
export function clipSize({ width, height }: PixelSize): PixelSize {
  const { shortSidePx, longSidePx } = cutLimits;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const scale = Math.min(1, shortSidePx / short, longSidePx / long);
  return { width: even(width * scale), height: even(height * scale) };
}

function even(sidePx: number): number {
  return Math.max(2, 2 * Math.round(sidePx / 2));
}
