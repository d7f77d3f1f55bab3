import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { readCaptions, writeCaptions } from "#shared/captions/web-vtt.ts";
import type { Stretch } from "./cut-plan.ts";
import { isOnServer, withPlan } from "./drafts.ts";
import { clipNorms, stretchRefusal } from "./selection.ts";
import type { StretchRefusal } from "./selection.ts";
import type { DraftClip } from "./studio-film.ts";

/** A film's pictures by their number, counted from 0; times are film time, fractional ms. */
export interface FilmPictures {
  readonly count: number;
  readonly durationMs: number;
  startMs(index: number): number;
  endMs(index: number): number;
  indexAt(filmMs: number): number;
}

/** One of the two ends of a clip. */
export type DraftEnd = "start" | "end";

/** A stretch that begins with this picture and is no longer than `mostMs`, ended by a picture's end. */
export function stretchFrom(
  pictures: FilmPictures,
  index: number,
  mostMs: number = clipNorms.softLengthMs,
): Stretch {
  const startMs = pictures.startMs(index);
  const endMs = boundaryBefore(pictures, startMs + mostMs);
  return { startMs, endMs: endMs > startMs ? endMs : pictures.endMs(index) };
}

/** A stretch that ends with this picture and is no longer than `mostMs`, begun by a picture's start. */
function stretchUntil(pictures: FilmPictures, index: number, mostMs: number): Stretch {
  const endMs = pictures.endMs(index);
  const earliestMs = Math.max(0, endMs - mostMs);
  const at = pictures.indexAt(earliestMs);
  const startMs = pictures.startMs(at) < earliestMs ? pictures.endMs(at) : pictures.startMs(at);
  return { startMs: startMs < endMs ? startMs : pictures.startMs(index), endMs };
}

function boundaryBefore(pictures: FilmPictures, placeMs: number): number {
  if (placeMs >= pictures.durationMs) return pictures.durationMs;
  const at = pictures.indexAt(placeMs);
  return pictures.startMs(pictures.startMs(at) > placeMs ? at - 1 : at);
}

/**
 * Starts or ends a clip with this picture; it is in the clip either way. An end set past the other one
 * takes it along, so that the clip keeps its length. Refused when the clip would be longer than it may.
 */
export function setEnd(
  draft: DraftClip,
  end: DraftEnd,
  index: number,
  pictures: FilmPictures,
): Result<DraftClip, StretchRefusal> {
  const { stretch } = draft.plan;
  const changed =
    end === "start" ? startWith(stretch, index, pictures) : endWith(stretch, index, pictures);
  const refusal = stretchRefusal(changed, pictures.durationMs);
  if (refusal !== null) return fail(refusal);
  const isSame = changed.startMs === stretch.startMs && changed.endMs === stretch.endMs;
  if (isSame || isOnServer(draft)) return ok(draft);
  const captions = moveCaptions(draft.captions, stretch.startMs - changed.startMs);
  return ok(withPlan({ ...draft, captions }, { ...draft.plan, stretch: changed }));
}

/** Captions are counted from the clip's start: when that moves they stay with what is heard. */
function moveCaptions(captions: string, byMs: number): string {
  const cues = readCaptions(captions);
  if (!cues.ok || byMs === 0) return captions;
  const moved = cues.value
    .map(({ startMs, endMs, text }) => ({
      startMs: Math.max(0, Math.round(startMs + byMs)),
      endMs: Math.round(endMs + byMs),
      text,
    }))
    .filter(({ startMs, endMs }) => endMs > startMs);
  return moved.length === 0 ? "" : writeCaptions(moved);
}

function startWith({ startMs, endMs }: Stretch, index: number, pictures: FilmPictures): Stretch {
  const beginMs = pictures.startMs(index);
  if (beginMs < endMs) return { startMs: beginMs, endMs };
  return stretchFrom(pictures, index, endMs - startMs);
}

function endWith({ startMs, endMs }: Stretch, index: number, pictures: FilmPictures): Stretch {
  const finishMs = pictures.endMs(index);
  if (finishMs > startMs) return { startMs, endMs: finishMs };
  return stretchUntil(pictures, index, endMs - startMs);
}

/** The picture a clip starts or ends with. */
export function pictureOfEnd(
  { startMs, endMs }: Stretch,
  end: DraftEnd,
  pictures: FilmPictures,
): number {
  if (end === "start") return pictures.indexAt(startMs);
  const at = pictures.indexAt(endMs);
  return pictures.startMs(at) < endMs ? at : at - 1;
}

/** The picture whose start, or end, lies nearest to a typed place: places are typed in whole ms only. */
export function pictureNear(placeMs: number, end: DraftEnd, pictures: FilmPictures): number {
  const at = pictures.indexAt(placeMs);
  const isNearerToItsEnd = pictures.endMs(at) - placeMs < placeMs - pictures.startMs(at);
  const boundary = isNearerToItsEnd ? at + 1 : at;
  const index = end === "start" ? boundary : boundary - 1;
  return Math.min(pictures.count - 1, Math.max(0, index));
}
