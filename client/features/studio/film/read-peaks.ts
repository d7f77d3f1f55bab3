import { AudioSampleSink } from "mediabunny";
import type { InputAudioTrack } from "mediabunny";
import type { Stretch } from "#shared/studio/cut-plan.ts";

/** Each value of a waveform is the loudest moment of so long. */
export const peakMs = 10;

/** The waveform of a stretch: the loudest value of each 10 ms, 0-255; its sound alone is decoded. */
export async function readPeaks(
  track: InputAudioTrack,
  { startMs, endMs }: Stretch,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const peaks = new Uint8Array(Math.ceil((endMs - startMs) / peakMs));
  const sink = new AudioSampleSink(track);
  for await (const piece of sink.samples(startMs / 1000, endMs / 1000)) {
    const values = new Float32Array(piece.numberOfFrames);
    piece.copyTo(values, { planeIndex: 0, format: "f32-planar" });
    const fromMs = piece.timestamp * 1000 - startMs;
    layPeaks(peaks, values, fromMs, piece.sampleRate);
    piece.close();
    signal.throwIfAborted();
  }
  return peaks;
}

/** Lays the loudness of a piece of sound that begins at `fromMs` into a waveform; what lies beside it is left out. */
export function layPeaks(
  peaks: Uint8Array,
  values: Float32Array,
  fromMs: number,
  samplesPerSecond: number,
): void {
  for (const [n, value] of values.entries()) {
    const at = Math.floor((fromMs + (n * 1000) / samplesPerSecond) / peakMs);
    const loudness = Math.min(255, Math.round(Math.abs(value) * 255));
    if (loudness > (peaks[at] ?? 255)) peaks[at] = loudness;
  }
}
