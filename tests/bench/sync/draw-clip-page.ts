import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import type { ClipOrder, DrawingWindow } from "./clip-order.ts";

// Runs in a page, which has the encoders: draws and encodes a numbered clip and gives its bytes in base64.

const soundRate = 48_000;

/** The blocks of a number: white, black, twelve bits, the count of white bits modulo four. */
function blocksOf(number: number, bits: number): number[] {
  const digits = Array.from({ length: bits }, (_, bit) => (number >> (bits - 1 - bit)) & 1);
  const ones = digits.filter((bit) => bit === 1).length % 4;
  return [1, 0, ...digits, ones >> 1, ones & 1];
}

function drawFrame(
  context: OffscreenCanvasRenderingContext2D,
  number: number,
  { width, height, block, bits }: ClipOrder["barcode"],
): void {
  context.fillStyle = "#606060";
  context.fillRect(0, 0, width, height);
  for (const [index, bit] of blocksOf(number, bits).entries()) {
    context.fillStyle = bit === 1 ? "#fff" : "#000";
    context.fillRect(index * block, 0, block, block * 2);
  }
  context.fillStyle = "#c0c0c0";
  context.beginPath();
  context.arc(20 + ((number * 7) % (width - 40)), 110, 20, 0, 2 * Math.PI);
  context.fill();
}

/** When a frame begins, in seconds; the containers want seconds. */
function startOf(frame: number, isUneven: boolean): number {
  const wavering = 0.014 * Math.sin(frame * 1.7) + 0.12 * Math.floor((frame + 15) / 75);
  return frame / 25 + (isUneven ? wavering : 0);
}

function makeSecondOfSound(second: number): AudioSample {
  const data = Float32Array.from(
    { length: soundRate },
    (_, n) => 0.2 * Math.sin(((second * soundRate + n) * 2 * Math.PI * 330) / soundRate),
  );
  return new AudioSample({
    data,
    format: "f32",
    numberOfChannels: 1,
    sampleRate: soundRate,
    timestamp: second,
  });
}

async function encode(order: ClipOrder): Promise<Uint8Array> {
  const { codec, frames, isUneven, hasSound, barcode } = order;
  const canvas = new OffscreenCanvas(barcode.width, barcode.height);
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("nothing to draw with");
  const target = new BufferTarget();
  const format =
    codec === "vp9" ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: "in-memory" });
  const output = new Output({ format, target });
  const pictures = new CanvasSource(canvas, { codec, bitrate: 400_000, keyFrameInterval: 2 });
  const sound = new AudioSampleSource({ codec: "opus", bitrate: 32_000 });
  output.addVideoTrack(pictures);
  if (hasSound) output.addAudioTrack(sound);
  await output.start();
  for (let frame = 0; frame < frames; frame += 1) {
    drawFrame(context, frame, barcode);
    const start = startOf(frame, isUneven);
    await pictures.add(start, startOf(frame + 1, isUneven) - start);
  }
  for (let second = 0; hasSound && second < frames / 25; second += 1) {
    await sound.add(makeSecondOfSound(second));
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

// A place of the benchmark's own, where it asks for the clip.
(window as DrawingWindow).drawClip = async (order) => toBase64(await encode(order));
