import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** How a voice goes, over and over: syllables for `soundMs`, each of a quarter of a second, then quiet. */
interface Voice {
  readonly soundMs: number;
  readonly quietMs: number;
}

const voices = {
  /** Speaks on and on. */
  talk: { soundMs: 3_000, quietMs: 0 },
  /** One short sound each second, to tell how late it arrives. */
  marks: { soundMs: 250, quietMs: 750 },
  /** Says something, and is quiet for as long as the clip's sound needs to come back. */
  sentences: { soundMs: 1_500, quietMs: 3_500 },
  silence: { soundMs: 0, quietMs: 1_000 },
} as const satisfies Record<string, Voice>;
export type VoiceName = keyof typeof voices;

const samplesPerSecond = 48_000;
const syllableMs = 250;
const betweenSyllablesMs = 50;

/**
 * What a Chromium with fake devices hears in its microphone, as its command line takes it. Drawn by the
 * numbers above: nobody's voice.
 */
export function microphoneOf(name: VoiceName): string {
  const folder = join(projectRoot, "test-results", "voices");
  const path = join(folder, `${name}.wav`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, waveFile(samplesOf(voices[name])));
  return `--use-file-for-fake-audio-capture=${path}`;
}

function samplesOf({ soundMs, quietMs }: Voice): Int16Array {
  const inMs = samplesPerSecond / 1_000;
  const samples = new Int16Array((soundMs + quietMs) * inMs);
  for (let n = 0; n < soundMs * inMs; n += 1) {
    const atMs = (n / inMs) % syllableMs;
    const voicedMs = syllableMs - betweenSyllablesMs;
    const loudness = atMs < voicedMs ? Math.sin((Math.PI * atMs) / voicedMs) ** 0.5 : 0;
    const turn = (2 * Math.PI * n) / samplesPerSecond;
    const sound = Math.sin(180 * turn) + Math.sin(720 * turn) + Math.sin(1_260 * turn);
    samples[n] = Math.round(loudness * sound * 5_000);
  }
  return samples;
}

/** One channel of 16 bits. */
function waveFile(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + bytes.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(bytes.length, 40);
  return Buffer.concat([head, bytes]);
}
