import { randomFillSync } from "node:crypto";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG file, with a true check sum. */
export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, sum]);
}

/** A header chunk; eight bits of RGB unless told otherwise. */
export function pngHeader(
  width: number,
  height: number,
  { depth = 8, colourType = 2, interlace = 0 } = {},
): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, interlace], 8);
  return pngChunk("IHDR", data);
}

/** The rows of a picture of one grey, not packed yet: a filter byte before each. */
export function pngRows(width: number, height: number, grey = 120, bytesPerPixel = 3): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * bytesPerPixel, grey)]);
  return Buffer.concat(Array.from({ length: height }, () => row));
}

/** A file of these chunks behind the signature. */
export function pngFile(...chunks: readonly Buffer[]): Buffer<ArrayBuffer> {
  return Buffer.concat([signature, ...chunks]);
}

/** A whole picture of one grey. */
export function buildPng(width = 32, height = 18, grey = 120): Buffer<ArrayBuffer> {
  const rows = pngChunk("IDAT", deflateSync(pngRows(width, height, grey)));
  return pngFile(pngHeader(width, height), rows, pngChunk("IEND"));
}

/** A square picture that no packing makes smaller: as many bytes as a picture can have. */
export function buildNoise(sidePx: number): Buffer<ArrayBuffer> {
  const rows = randomFillSync(pngRows(sidePx, sidePx));
  for (let at = 0; at < rows.length; at += 1 + sidePx * 3) rows[at] = 0;
  const packed = pngChunk("IDAT", deflateSync(rows, { level: 1 }));
  return pngFile(pngHeader(sidePx, sidePx), packed, pngChunk("IEND"));
}

/** The unpacked rows and the names of all chunks of a file; for tests only, it trusts the file. */
export function openPng(png: Buffer): { readonly types: string[]; readonly rows: Buffer } {
  const types: string[] = [];
  const packed: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8);
    types.push(type);
    if (type === "IDAT") packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return { types, rows: inflateSync(Buffer.concat(packed)) };
}
