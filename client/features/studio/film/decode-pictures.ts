import { VideoSampleSink } from "mediabunny";
import type { InputVideoTrack, VideoSample } from "mediabunny";
import type { FilmFrames } from "./film-frames.ts";
import { keyTimeS } from "./key-pictures.ts";

/** A picture of the film by its number; closed by whoever got it. Null: it was not wanted. */
export interface DecodedPicture<Picture> {
  readonly index: number;
  readonly picture: Picture | null;
}

/** Which pictures to decode, by their numbers. */
export interface DecodedRun {
  /** The run begins at the key picture before this one: what lies between is decoded anyway. */
  readonly from: number;
  /** Where it ends, not included. */
  readonly to: number;
  /** Whether this one is to be handed out; asked right before. */
  readonly isWanted: (index: number) => boolean;
}

/** Times are told by two readers of one file; they differ by rounding alone. */
const sameMs = 0.5;

/** Decodes a run of the film's pictures in their order, and keeps `keepPicture` of each wanted one. */
export async function* decodePictures<Picture>(
  track: InputVideoTrack,
  frames: FilmFrames,
  { from, to, isWanted }: DecodedRun,
  keepPicture: (sample: VideoSample) => Promise<Picture>,
): AsyncGenerator<DecodedPicture<Picture>> {
  const startS = await keyTimeS(track, (frames.startMs(from) + sameMs) / 1000);
  const endMs = to < frames.count ? frames.startMs(to) - sameMs : Infinity;
  for await (const sample of new VideoSampleSink(track).samples(startS, endMs / 1000)) {
    const index = frames.indexAt(sample.timestamp * 1000 + sameMs);
    const picture = isWanted(index) ? await keepPicture(sample) : null;
    sample.close();
    yield { index, picture };
  }
}
