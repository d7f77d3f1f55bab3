import { BufferTarget, Mp4OutputFormat, Output, VideoSample } from "mediabunny";
import type { VideoSampleSource } from "mediabunny";
import { clipLimits } from "#shared/domain/clip.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { clipSize } from "#shared/studio/cut-frames.ts";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { Sound } from "#shared/studio/cut-sound.ts";
import { checkClip } from "./check-clip.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutClip, CutOptions, CutOutcome } from "./cut-outcome.ts";
import { DecodingStopped, decodeFrames, pictureSourceFor } from "./cut-pictures.ts";
import { createSoundFeed, readSound, soundSourceFor } from "./cut-sound.ts";
import { openFilmToCut, readCutFrames } from "./film-to-cut.ts";
import type { FilmToCut } from "./film-to-cut.ts";
import { createPicturePainter } from "./paint-picture.ts";
import type { PicturePainter } from "./paint-picture.ts";

/** Of the whole work, the check takes about so much. */
const checkShare = 0.2;

/**
 * Cuts a clip out of a film by decoding it and encoding it anew, so that nothing outside the stretch is in
 * the file, nor anything under a cover, nor a word of the film's own. The clip is opened again and measured
 * against the plan before it is given out.
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
  if (cut.durationMs > clipLimits.durationMs) return refuseCut("too-long");
  const size = clipSize(film.size);
  const pictures = await pictureSourceFor(size);
  if (pictures === null) return refuseCut("cannot-encode");
  const sound = film.sound && (await readFilmSound(film.sound, plan, cut, signal));

  const painter = createPicturePainter(size, plan.covers);
  const told = (share: number, from: number) => (done: number) => onProgress(from + done * share);
  const bytes = await encodeClip(
    film,
    cut,
    { pictures, sound, painter },
    {
      onProgress: told(1 - checkShare, 0),
      signal,
    },
  );
  if (bytes === null) return refuseCut("cannot-encode");
  const clip: CutClip = { ...cut, size, hasSound: sound !== null, bytes };
  const faults = await checkClip(clip, film, plan, {
    onProgress: told(checkShare, 1 - checkShare),
    signal,
  });
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

interface Encoding {
  readonly pictures: VideoSampleSource;
  readonly sound: Sound | null;
  readonly painter: PicturePainter;
}

/** The file, whole, its tables before its data; null when the sound cannot be encoded. */
async function encodeClip(
  film: FilmToCut,
  cut: CutFrames,
  { pictures, sound, painter }: Encoding,
  { onProgress, signal }: CutOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: "in-memory" }),
    target: new BufferTarget(),
  });
  output.addVideoTrack(pictures);
  const sounds = sound && (await soundSourceFor(sound));
  if (sounds === null && sound !== null) return null;
  if (sounds !== null) output.addAudioTrack(sounds);
  const feed = sound && sounds && createSoundFeed(sound, sounds);
  try {
    await output.start();
    let done = 0;
    for await (const { frame, picture } of decodeFrames(film.picture, cut.frames)) {
      painter.paint(picture, frame.film);
      picture.close();
      signal.throwIfAborted();
      done += 1;
      const endMs = cut.frames[done]?.clipMs ?? cut.durationMs;
      await addPicture(pictures, painter, frame.clipMs, endMs);
      await feed?.feedTo(endMs);
      onProgress(done / cut.frames.length);
    }
    pictures.close();
    await feed?.end();
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  }
  const { buffer } = output.target;
  if (buffer === null) throw new Error("the finished file is empty");
  return new Uint8Array(buffer);
}

async function addPicture(
  pictures: VideoSampleSource,
  { canvas }: PicturePainter,
  clipMs: number,
  endMs: number,
): Promise<void> {
  const timestamp = clipMs / 1000;
  const picture = new VideoSample(canvas, { timestamp, duration: (endMs - clipMs) / 1000 });
  try {
    await pictures.add(picture);
  } finally {
    picture.close();
  }
}
