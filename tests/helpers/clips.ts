import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Small clips whose every picture carries its own number, drawn by scripts/render-test-clips.mjs. The number
 * is judged from pixels, never from what the product or the player says.
 */
export const numberedClips = {
  silent: clipPath("h264-silent.mp4"),
  withSound: clipPath("h264-aac.mp4"),
  webm: clipPath("vp9-opus.webm"),
  /** Uneven frame times and a gap in the middle. */
  variable: clipPath("h264-variable.mp4"),
  /** 29.97 pictures a second, and 100 kB: a thin line takes its time over it. */
  broadcast: clipPath("h264-2997.mp4"),
} as const;

/** What every numbered clip has: 125 pictures of 320x180. */
export const numberedClipFrames = 125;

/** The drawn clips of the demo's first cycle, in their order. */
export const demoClips = ["1-1", "1-2", "1-3"].map(demoClipPath);

/** The small drawn clips of the demo: the later cycles of Kit and Callum, then those of Zara and Joanne. */
export const smallDemoClips = ["2-1", "3-1", "b-1-1", "b-1-2", "b-2-2", "b-2-3", "b-3-1"].map(
  demoClipPath,
);

function demoClipPath(name: string): string {
  return fileURLToPath(new URL(`../../demo/clip-${name}.mp4`, import.meta.url));
}

/** Where the path of a clip that must be refused lies. */
export function refusedClip(name: string): string {
  return clipPath(`refused-${name}`);
}

/** The bytes of a clip of the helpers or of the demo. */
export function readClip(path: string): Buffer {
  return readFileSync(path);
}

/**
 * How the number is drawn: sixteen blocks of 20x40 px across the top of 320x180. White, black, twelve bits
 * (highest first), then the count of white bits modulo four.
 */
export const barcode = { width: 320, height: 180, block: 20, y: 20, bits: 12 } as const;

/** What `readFrameNumber` needs of a page: Playwright's `Page` and `Frame` have it. */
export interface EvaluatesInPage {
  evaluate<Value, Argument>(
    work: (argument: Argument) => Value | Promise<Value>,
    argument: Argument,
  ): Promise<Value>;
}

/** The number of the picture a `<video>` shows now, read from its pixels; null when none can be read. */
export async function readFrameNumber(
  page: EvaluatesInPage,
  videoSelector = "video",
): Promise<number | null> {
  const brightness = await page.evaluate(readBlocks, { videoSelector, ...barcode });
  return brightness === null ? null : frameNumberOf(brightness);
}

/** The number behind the brightness (0-255) of the sixteen blocks, or null when they are no number. */
export function frameNumberOf(brightness: readonly number[]): number | null {
  const [white = 0, black = 255] = brightness;
  if (white < 160 || black > 90) return null;
  const bits = brightness.slice(2, 2 + barcode.bits).map((value) => (value > 125 ? 1 : 0));
  const check = brightness.slice(2 + barcode.bits).map((value) => (value > 125 ? 1 : 0));
  const ones = bits.filter((bit) => bit === 1).length;
  if (ones % 4 !== (check[0] ?? 0) * 2 + (check[1] ?? 0)) return null;
  return bits.reduce<number>((number, bit) => number * 2 + bit, 0);
}

/** The brightness of the sixteen blocks of what a video shows. Runs in the page, so it stands alone. */
export function readBlocks(options: {
  videoSelector: string;
  width: number;
  height: number;
  block: number;
  y: number;
}): number[] | null {
  const video = document.querySelector(options.videoSelector);
  if (!(video instanceof HTMLVideoElement) || video.readyState < 2) return null;
  const canvas = document.createElement("canvas");
  canvas.width = options.width;
  canvas.height = options.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, options.width, options.height);
  const { data } = context.getImageData(0, options.y, options.width, 1);
  const count = options.width / options.block;
  return Array.from({ length: count }, (_, n) => data[(n + 0.5) * options.block * 4] ?? 0);
}

function clipPath(name: string): string {
  return fileURLToPath(new URL(`./clips/${name}`, import.meta.url));
}
