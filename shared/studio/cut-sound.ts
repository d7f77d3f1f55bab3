import type { Stretch } from "./cut-plan.ts";

/** Sound without gaps: its channels take turns in `values`, a value of each channel is a sample. */
export interface Sound {
  readonly samplesPerSecond: number;
  readonly channels: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Nothing to be heard, for so long. */
export function silentSound(samplesPerSecond: number, channels: number, durationMs: number): Sound {
  const samples = Math.round((durationMs / 1000) * samplesPerSecond);
  return { samplesPerSecond, channels, values: new Float32Array(samples * channels) };
}

/** Lays a piece of values into a sound, from its sample `at` on; what lies before or after the sound is left out. */
export function laySound(sound: Sound, piece: Float32Array, at: number): void {
  const { channels, values } = sound;
  const from = Math.max(0, -at * channels);
  const place = Math.max(0, at * channels);
  if (from >= piece.length || place >= values.length) return;
  values.set(piece.subarray(from, from + values.length - place), place);
}

/** Takes out all that is heard in these stretches of film time; the sound begins at `startMs`. */
export function silenceSound(sound: Sound, startMs: number, silences: readonly Stretch[]): void {
  const { channels, samplesPerSecond, values } = sound;
  const sampleAt = (filmMs: number) => ((filmMs - startMs) / 1000) * samplesPerSecond;
  for (const silence of silences) {
    const from = Math.max(0, Math.floor(sampleAt(silence.startMs)));
    const to = Math.max(0, Math.ceil(sampleAt(silence.endMs)));
    values.fill(0, from * channels, to * channels);
  }
}
