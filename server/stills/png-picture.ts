import { crc32, deflate, inflate } from "node:zlib";
import { promisify } from "node:util";
import { stillLimits } from "#shared/protocol/still-routes.ts";

/**
 * A strict reader of PNG files as browsers draw them: eight bits a channel, with or without alpha, not
 * interlaced. What is kept is written anew from the rows of the picture alone, so that no text, no place
 * and no other chunk a file may carry ever reaches the disk.
 */
export interface PngPicture {
  readonly width: number;
  readonly height: number;
  /** The file as it is kept: header, rows, end. */
  readonly png: Buffer;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerBytes = 13;
/** Bytes of a pixel by colour type: RGB and RGBA. */
const pixelBytes: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const lastRowFilter = 4;
/** A browser packs at least 4 KiB of rows into one. */
const chunksAtMost = 2_000;

const [inflateRows, deflateRows] = [promisify(inflate), promisify(deflate)];

/** The picture in these bytes, made clean; null when they are not exactly one such PNG file. */
export async function readPng(bytes: Buffer): Promise<PngPicture | null> {
  const chunks = readChunks(bytes);
  const first = chunks?.[0];
  if (!chunks || first?.type !== "IHDR" || !isInOrder(chunks)) return null;
  const header = readHeader(first.data);
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const rows = header === null ? null : await unpackRows(Buffer.concat(packed), header);
  if (header === null || rows === null) return null;
  const clean = [
    first,
    { type: "IDAT", data: await deflateRows(rows) },
    { type: "IEND", data: Buffer.alloc(0) },
  ];
  const { width, height } = header;
  return { width, height, png: Buffer.concat([signature, ...clean.map(writeChunk)]) };
}

/** The chunks up to the end of the file; null when a length or a check sum is not right. */
function readChunks(bytes: Buffer): Chunk[] | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length || chunks.length >= chunksAtMost) return null;
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    chunks.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      data: bytes.subarray(at + 8, end),
    });
    at = end + 4;
  }
  return chunks;
}

/** One header first, the rows in a row, one end last; beside them only chunks a picture can do without. */
function isInOrder(chunks: readonly Chunk[]): boolean {
  const types = chunks.map(({ type }) => type).join(" ");
  const other = "(?: [a-z][A-Za-z]{3})*";
  const order = new RegExp(`^IHDR${other}(?: IDAT)+${other} IEND$`);
  return order.test(types) && chunks.at(-1)?.data.length === 0;
}

function readHeader(data: Buffer): Header | null {
  if (data.length !== headerBytes) return null;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth, colourType, packing, filtering, interlace] = data.subarray(8);
  const bytesPerPixel = pixelBytes[colourType ?? -1];
  const isPlain = depth === 8 && packing === 0 && filtering === 0 && interlace === 0;
  if (!isPlain || bytesPerPixel === undefined) return null;
  const isInLimits = [width, height].every((side) => side > 0 && side <= stillLimits.sidePx);
  return isInLimits ? { width, height, rowBytes: 1 + width * bytesPerPixel } : null;
}

/** The rows as they were before packing; null when they are not exactly the picture's. */
async function unpackRows(packed: Buffer, { height, rowBytes }: Header): Promise<Buffer | null> {
  const wanted = height * rowBytes;
  // A file that unpacks to more is stopped there.
  const rows = await inflateRows(packed, { maxOutputLength: wanted }).catch(() => null);
  if (rows?.length !== wanted) return null;
  for (let at = 0; at < wanted; at += rowBytes) {
    if ((rows[at] ?? Number.NaN) > lastRowFilter) return null;
  }
  return rows;
}

function writeChunk({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, sum]);
}
