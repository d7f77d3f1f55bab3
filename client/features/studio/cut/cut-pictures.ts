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
 * turns pictures round (Firefox's does) or hands its sound on late.
 */
export type EncodingWay = "usual" | "plain";

/** Where a clip's pictures are encoded. */
export interface PictureEncoder {
  readonly source: VideoSampleSource;
  /** Whether pictures come out in another order than they are shown in: nothing to send. */
  isReordering(): boolean;
}

/** H.264 whose profile knows no turned pictures, for 720p at 30 a second. */
const plainH264 = "avc1.42E01F";

/** An encoder for this measure: H.264 where the browser can, else VP9, else AV1. Null when none. */
export async function pictureEncoderFor(
  { width, height }: PixelSize,
  way: EncodingWay,
): Promise<PictureEncoder | null> {
  for (const codec of ["avc", "vp9", "av1"] as const) {
    const options = {
      quality: pictureQuality,
      ...(way === "plain" && { latencyMode: "realtime" as const }),
      ...(way === "plain" && codec === "avc" && { fullCodecString: plainH264 }),
    };
    if (!(await canEncodeVideo(codec, { width, height, ...options }))) continue;
    const keyFrameInterval = cutLimits.keyFrameEachMs / 1000;
    let [lastS, isReordered] = [-Infinity, false];
    const source = new VideoSampleSource({
      codec,
      keyFrameInterval,
      ...options,
      onEncodedPacket: ({ timestamp }) => {
        isReordered ||= timestamp < lastS;
        lastS = timestamp;
      },
    });
    return { source, isReordering: () => isReordered };
  }
  return null;
}
