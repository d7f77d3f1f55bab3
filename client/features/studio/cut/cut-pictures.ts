import { Quality, VideoSampleSink, VideoSampleSource, canEncodeVideo } from "mediabunny";
import type { InputVideoTrack, VideoSample } from "mediabunny";
import type { CutFrame } from "#shared/studio/cut-frames.ts";
import { cutLimits } from "#shared/studio/cut-plan.ts";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";

/** Encoders overshoot a little; what they are asked for leaves room for it. */
const pictureQuality = new Quality({ bitrate: cutLimits.bitsPerSecond * 0.9 });
/** Times differ by rounding alone. */
const sameMs = 0.5;

/** A picture of the film, decoded; closed by whoever got it. */
export interface DecodedFrame {
  readonly frame: CutFrame;
  readonly picture: VideoSample;
}

/** Something could not be decoded; `atMs` is film time. */
export class DecodingStopped extends Error {
  readonly atMs: number;

  constructor(atMs: number, cause?: unknown) {
    super(`decoding stopped at ${Math.round(atMs)} ms`, { cause });
    this.atMs = atMs;
  }
}

/** Decodes these pictures of a film and no other. Throws `DecodingStopped` when one is missing. */
export async function* decodeFrames(
  track: InputVideoTrack,
  frames: readonly CutFrame[],
): AsyncGenerator<DecodedFrame> {
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined) return;
  let next = 0;
  const wanted = () => frames[next]?.film.startMs ?? Infinity;
  try {
    const [from, to] = [first, last].map(({ film }) => (film.startMs + sameMs) / 1000);
    for await (const picture of new VideoSampleSink(track).samples(from, to)) {
      const frame = frames[next];
      const offMs = picture.timestamp * 1000 - wanted();
      if (frame !== undefined && Math.abs(offMs) <= sameMs) {
        next += 1;
        yield { frame, picture };
        continue;
      }
      picture.close();
      if (offMs > sameMs) break;
    }
  } catch (error) {
    throw new DecodingStopped(wanted(), error);
  }
  if (next < frames.length) throw new DecodingStopped(wanted());
}

/**
 * How a clip is encoded: as most browsers do well, or in the plainest way there is, for an encoder that
 * turns pictures round or hands its sound on late.
 */
export type EncodingWay = "usual" | "plain";

/** Where a clip's pictures are encoded: H.264 where the browser can, else VP9, else AV1. Null when none. */
export async function pictureSourceFor(
  { width, height }: PixelSize,
  way: EncodingWay,
): Promise<VideoSampleSource | null> {
  const latencyMode = way === "usual" ? "quality" : "realtime";
  const options = { quality: pictureQuality, latencyMode } as const;
  for (const codec of ["avc", "vp9", "av1"] as const) {
    if (!(await canEncodeVideo(codec, { width, height, ...options }))) continue;
    const keyFrameInterval = cutLimits.keyFrameEachMs / 1000;
    return new VideoSampleSource({ codec, keyFrameInterval, ...options });
  }
  return null;
}
