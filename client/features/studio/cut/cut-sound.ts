import {
  AudioSample,
  AudioSampleSink,
  AudioSampleSource,
  Quality,
  canEncodeAudio,
} from "mediabunny";
import type { InputAudioTrack } from "mediabunny";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { cutLimits } from "#shared/studio/cut-plan.ts";
import { laySound, silenceSound, silentSound } from "#shared/studio/cut-sound.ts";
import type { Sound } from "#shared/studio/cut-sound.ts";
import type { EncodingWay } from "./cut-pictures.ts";

const soundQuality = new Quality({ bitrate: cutLimits.soundBitsPerSecond });
/** What every encoder takes. */
const encodedPerSecond = 48_000;
const mostChannels = 2;
/** Decoders need a run-up: their first values are made of half of what they should be. */
const runUpSeconds = 0.2;
const pieceSamples = 4_800;

/** The sound of exactly the stretch, silences taken out. Null when the film has none there. */
export async function readSound(
  track: InputAudioTrack,
  plan: CutPlan,
  durationMs: number,
  signal: AbortSignal,
): Promise<Sound | null> {
  const startSeconds = plan.stretch.startMs / 1000;
  const endSeconds = startSeconds + durationMs / 1000;
  let sound: Sound | null = null;
  const sink = new AudioSampleSink(track);
  for await (const piece of sink.samples(startSeconds - runUpSeconds, endSeconds)) {
    try {
      signal.throwIfAborted();
      sound ??= silentSound(piece.sampleRate, piece.numberOfChannels, durationMs);
      if (!isAlike(piece, sound)) throw new Error("the sound changes its kind on the way");
      const values = new Float32Array(piece.numberOfFrames * piece.numberOfChannels);
      piece.copyTo(values, { planeIndex: 0, format: "f32" });
      laySound(sound, values, Math.round((piece.timestamp - startSeconds) * piece.sampleRate));
    } finally {
      piece.close();
    }
  }
  if (sound !== null) silenceSound(sound, plan.stretch.startMs, plan.silences);
  return sound;
}

function isAlike(piece: AudioSample, sound: Sound): boolean {
  return piece.sampleRate === sound.samplesPerSecond && piece.numberOfChannels === sound.channels;
}

/** Hands a sound to its encoder bit by bit, as far as the pictures have come. */
export interface SoundFeed {
  readonly source: AudioSampleSource;
  /** Hands on what comes before this place of the clip. */
  feedTo(clipMs: number): Promise<void>;
}

/** Opens an encoder for a sound: AAC where the browser can, else Opus. Null when it can do neither. */
export async function openSoundFeed(sound: Sound, way: EncodingWay): Promise<SoundFeed | null> {
  const source = await soundSourceFor(sound, way);
  return source && { source, feedTo: createFeed(sound, source) };
}

async function soundSourceFor(sound: Sound, way: EncodingWay): Promise<AudioSampleSource | null> {
  const numberOfChannels = Math.min(mostChannels, sound.channels);
  const options = { numberOfChannels, sampleRate: encodedPerSecond, quality: soundQuality };
  for (const codec of way === "usual" ? (["aac", "opus"] as const) : (["opus"] as const)) {
    if (!(await canEncodeAudio(codec, options))) continue;
    return new AudioSampleSource({
      codec,
      quality: soundQuality,
      transform: { numberOfChannels, sampleRate: encodedPerSecond },
    });
  }
  return null;
}

function createFeed(sound: Sound, source: AudioSampleSource): SoundFeed["feedTo"] {
  const { channels, samplesPerSecond, values } = sound;
  const samples = values.length / channels;
  let fed = 0;
  return async (clipMs) => {
    const end = Math.min(samples, Math.ceil((clipMs / 1000) * samplesPerSecond));
    while (fed < end) {
      const to = Math.min(samples, fed + pieceSamples);
      const piece = new AudioSample({
        data: values.slice(fed * channels, to * channels),
        format: "f32",
        numberOfChannels: channels,
        sampleRate: samplesPerSecond,
        timestamp: fed / samplesPerSecond,
      });
      fed = to;
      await source.add(piece);
      piece.close();
    }
  };
}
