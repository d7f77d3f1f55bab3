import { BufferSource, EncodedPacketSink, Input, MP4 } from "mediabunny";
import type { InputAudioTrack, InputVideoTrack } from "mediabunny";
import { cutClip } from "#client/features/studio/cut/cut-clip.ts";
import type { CutOutcome, ExpectedClip } from "#client/features/studio/cut/cut-outcome.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";

// Runs in a page of its own: cuts a film as the studio does, then decodes everything that lies in the
// file, whatever the file says is shown of it.

/** Every picture in a file. `blocks` is the brightness of the number's sixteen blocks. */
export interface FoundPicture {
  readonly atMs: number;
  readonly blocks: readonly number[];
  /** The brightness of the looked-at part, a byte a pixel, row by row, in base64. */
  readonly part: string;
}

/** A part of a picture, in its pixels. */
export interface LookedAt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A cut clip and all that was found in it. */
export interface FoundClip {
  readonly base64: string;
  readonly expected: ExpectedClip;
  readonly tookMs: number;
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly FoundPicture[];
  /** All sound in the file, its first channel as 32-bit floats in base64; null when it has none. */
  readonly sound: { readonly samplesPerSecond: number; readonly values: string } | null;
}

/** What the page can do for a test. */
export interface CuttingWindow {
  cutFilm?: (filmUrl: string, plan: CutPlan, look: LookedAt) => Promise<CutOutcome<FoundClip>>;
}

(globalThis as CuttingWindow).cutFilm = async (filmUrl, plan, look) => {
  const film = await (await fetch(filmUrl)).blob();
  const begunMs = performance.now();
  const { signal } = new AbortController();
  const cut = await cutClip(film, plan, { onProgress: () => undefined, signal });
  if (!cut.ok) return cut;
  const tookMs = performance.now() - begunMs;
  const { bytes, ...expected } = cut.value;
  const input = new Input({ formats: [MP4], source: new BufferSource(bytes) });
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  if (picture === null) throw new Error("no picture in the clip");
  const value = {
    base64: toBase64(bytes),
    expected,
    tookMs,
    width: await picture.getDisplayWidth(),
    height: await picture.getDisplayHeight(),
    pictures: await decodePictures(picture, look),
    sound: sound && (await decodeSound(sound)),
  };
  return { ok: true, value };
};

function toBase64(bytes: Uint8Array | Uint8ClampedArray): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return btoa(pieces.join(""));
}

async function decodePictures(track: InputVideoTrack, look: LookedAt) {
  const config = await track.getDecoderConfig();
  if (config === null) throw new Error("no decoder for the picture");
  const found: FoundPicture[] = [];
  const decoder = new VideoDecoder({
    output: (frame) => {
      found.push(readPicture(frame, look));
      frame.close();
    },
    error: (error) => {
      throw error;
    },
  });
  decoder.configure(config);
  for await (const packet of new EncodedPacketSink(track).packets()) {
    decoder.decode(packet.toEncodedVideoChunk());
  }
  await decoder.flush();
  decoder.close();
  return found;
}

function readPicture(frame: VideoFrame, look: LookedAt): FoundPicture {
  const { displayWidth: width, displayHeight: height } = frame;
  const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("nothing to draw on");
  pen.drawImage(frame, 0, 0);
  const { data } = pen.getImageData(0, Math.round(height / 9), width, 1);
  const blocks = Array.from(
    { length: 16 },
    (_, n) => data[Math.round(((n + 0.5) * width) / 16) * 4] ?? 0,
  );
  const seen = pen.getImageData(look.x, look.y, look.width, look.height).data;
  const part = toBase64(seen.filter((_, n) => n % 4 === 0));
  return { atMs: frame.timestamp / 1000, blocks, part };
}

async function decodeSound(track: InputAudioTrack) {
  const config = await track.getDecoderConfig();
  if (config === null) throw new Error("no decoder for the sound");
  const pieces: Float32Array<ArrayBuffer>[] = [];
  let samplesPerSecond = config.sampleRate;
  const decoder = new AudioDecoder({
    output: (piece) => {
      const plane = new Float32Array(piece.numberOfFrames);
      piece.copyTo(plane, { planeIndex: 0, format: "f32-planar" });
      pieces.push(plane);
      samplesPerSecond = piece.sampleRate;
      piece.close();
    },
    error: (error) => {
      throw error;
    },
  });
  decoder.configure(config);
  for await (const packet of new EncodedPacketSink(track).packets()) {
    decoder.decode(packet.toEncodedAudioChunk());
  }
  await decoder.flush();
  decoder.close();
  const values = toBase64(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  return { samplesPerSecond, values };
}
