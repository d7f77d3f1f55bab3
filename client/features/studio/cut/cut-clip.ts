import { clipLimits } from "#shared/domain/clip.ts";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";
import { clipSize } from "#shared/studio/cut-frames.ts";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { Sound } from "#shared/studio/cut-sound.ts";
import { checkClip } from "./check-clip.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutClip, CutOptions, CutOutcome } from "./cut-outcome.ts";
import { DecodingStopped } from "./cut-pictures.ts";
import type { EncodingWay } from "./cut-pictures.ts";
import { readSound } from "./cut-sound.ts";
import { encodeClip } from "./encode-clip.ts";
import { openFilmToCut, readCutFrames } from "./film-to-cut.ts";
import type { FilmToCut } from "./film-to-cut.ts";
import { createPicturePainter } from "./paint-picture.ts";

/** Of the whole work, the check takes about so much. */
const checkShare = 0.2;

/**
 * Cuts a clip out of a film by decoding it and encoding it anew, so that nothing outside the stretch is in
 * the file, nor anything under a cover, nor a word of the film's own. The clip is opened again and measured
 * against the plan before it is given out; one that is off is made once more in a plainer way.
 */
export async function cutClip(
  film: Blob,
  plan: CutPlan,
  options: CutOptions,
): Promise<CutOutcome<CutClip>> {
  const opened = await openFilmToCut(film);
  if (!opened.ok) return opened;
  try {
    return await cutOpened(opened.value, plan, options);
  } catch (error) {
    if (options.signal.aborted) return refuseCut("stopped");
    if (error instanceof DecodingStopped)
      return refuseCut("film-undecodable", { atMs: error.atMs });
    throw error;
  } finally {
    opened.value.close();
  }
}

async function cutOpened(
  film: FilmToCut,
  plan: CutPlan,
  { onProgress, signal }: CutOptions,
): Promise<CutOutcome<CutClip>> {
  const cut = await readCutFrames(film.picture, plan.stretch);
  if (cut === null) return refuseCut("nothing-there");
  if (cut.frames.length === 1) return refuseCut("one-picture");
  if (cut.durationMs > clipLimits.durationMs) return refuseCut("too-long");
  const sound = film.sound && (await readFilmSound(film.sound, plan, cut, signal));
  const work = { film, plan, cut, sound, size: clipSize(film.size) };
  const first = await encodeAndCheck(work, "usual", { onProgress, signal });
  if (first.ok || first.reason !== "not-as-planned") return first;
  return encodeAndCheck(work, "plain", { onProgress: () => undefined, signal });
}

interface CutWork {
  readonly film: FilmToCut;
  readonly plan: CutPlan;
  readonly cut: CutFrames;
  readonly sound: Sound | null;
  readonly size: PixelSize;
}

/** Makes the file in one way of encoding, and measures it. */
async function encodeAndCheck(
  { film, plan, cut, sound, size }: CutWork,
  way: EncodingWay,
  { onProgress, signal }: CutOptions,
): Promise<CutOutcome<CutClip>> {
  const told = (share: number, from: number) => (done: number) => onProgress(from + done * share);
  const making = { onProgress: told(1 - checkShare, 0), signal };
  const painter = createPicturePainter(size, plan.covers);
  const made = await encodeClip({ film, cut, sound, painter, way }, making);
  if (!made.ok) return made;
  const clip: CutClip = { ...cut, size, hasSound: sound !== null, bytes: made.value };
  const checking = { onProgress: told(checkShare, 1 - checkShare), signal };
  const faults = await checkClip(clip, film, plan, checking);
  return faults.length > 0 ? refuseCut("not-as-planned", { faults }) : { ok: true, value: clip };
}

async function readFilmSound(
  track: NonNullable<FilmToCut["sound"]>,
  plan: CutPlan,
  cut: CutFrames,
  signal: AbortSignal,
): Promise<Sound | null> {
  try {
    return await readSound(track, plan, cut.durationMs, signal);
  } catch (error) {
    throw new DecodingStopped(plan.stretch.startMs, error);
  }
}
