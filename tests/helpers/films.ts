import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

/**
 * Small films to choose in the studio, drawn by scripts/render-test-films.mjs: six seconds of 320x180, a
 * number in every picture, a place in every moment of sound, and a bystander's pattern at one side.
 */
export const numberedFilms = {
  /** H.264 with pictures out of their order and far between key pictures; AAC. */
  bFrames: filmPath("b-frames.mp4"),
  /** VP9 and Opus. */
  vp9: filmPath("vp9.webm"),
  /** Uneven picture times, one long picture. */
  variable: filmPath("variable.mp4"),
  /** Sixty pictures a second; 2.5 s. */
  sixty: filmPath("sixty.mp4"),
  /** On its side in the file, with a place, a maker and a day in it. */
  phone: filmPath("phone.mov"),
} as const;
export type NumberedFilm = keyof typeof numberedFilms;

/** What a phone wrote into `numberedFilms.phone`, as it would be found in a file's bytes. */
export const tellingWords = ["52.4862", "Kitphone", "ISO6709", "2026-05-04"] as const;

/** The bytes of a numbered film. */
export function readFilm(film: NumberedFilm): Buffer {
  return readFileSync(numberedFilms[film]);
}

/** Files that are no film to work with, by what is the matter with them; made afresh for each asking. */
export const unusableFilms = {
  "zero bytes": () => Buffer.alloc(0),
  "a text renamed": () => Buffer.from("This is not a film.\n".repeat(200)),
  "sound only": () => readFileSync(clipPath("refused-sound-only.mp4")),
  "one frame": () => readFileSync(filmPath("one-frame.mp4")),
  "16k x 16k": () => withSide(readFilm("bFrames"), 16_384),
  "a lying length": () => withLength(readFilm("bFrames"), 3_000),
  encrypted: () => readFileSync(filmPath("encrypted.mp4")),
  "a playlist": () => Buffer.from("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\npart-1.ts\n"),
  "a zip": () => zipOf("film.txt", Buffer.from("not a film")),
  "an SVG": () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  truncated: () => readFilm("bFrames").subarray(0, 40_000),
  /** The tables come last and never came: a phone whose battery died. */
  "cut off before its tables": () => readFilm("phone").subarray(0, 30_000),
  HEVC: () => readFileSync(clipPath("refused-hevc.mp4")),
} as const;
export type UnusableFilm = keyof typeof unusableFilms;

function filmPath(name: string): string {
  return fileURLToPath(new URL(`./films/${name}`, import.meta.url));
}

function clipPath(name: string): string {
  return fileURLToPath(new URL(`./clips/${name}`, import.meta.url));
}

/** The file with both sides of its picture overwritten, in the track's header and the picture's. */
function withSide(film: Buffer, sidePx: number): Buffer {
  const changed = Buffer.from(film);
  const picture = changed.indexOf("avc1", changed.indexOf("stsd"));
  changed.writeUInt16BE(sidePx, picture + 28);
  changed.writeUInt16BE(sidePx, picture + 30);
  const track = changed.indexOf("tkhd");
  changed.writeUInt32BE(sidePx * 65_536, track + 80);
  changed.writeUInt32BE(sidePx * 65_536, track + 84);
  return changed;
}

/** The file with so many seconds in its headers; its pictures are as many as before. */
function withLength(film: Buffer, seconds: number): Buffer {
  const changed = Buffer.from(film);
  const movie = changed.indexOf("mvhd");
  const unitsPerSecond = changed.readUInt32BE(movie + 16);
  changed.writeUInt32BE(seconds * unitsPerSecond, movie + 20);
  for (let at = changed.indexOf("tkhd"); at > 0; at = changed.indexOf("tkhd", at + 4)) {
    changed.writeUInt32BE(seconds * unitsPerSecond, at + 24);
  }
  return changed;
}

/** A zip file of one entry; its check sum is left open, nobody unpacks it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04_03_4b_50);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}
