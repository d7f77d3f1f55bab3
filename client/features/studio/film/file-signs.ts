/** What a file's first and last bytes tell of it, before and beside any reading of its tables. */
export interface FileSigns {
  readonly kind: "film" | "playlist" | "other";
  /** Looks locked against copying: no browser shows that from a file. Chance can make it look so. */
  readonly isProtected: boolean;
  /** How long the file says it is; null where it does not say. */
  readonly saidMs: number | null;
}

const startBytes = 512 * 1024;
/** Cameras write their tables last: a long film's begin some way before the end. */
const endBytes = 4 * 1024 * 1024;

/** Such a header has one of two lengths. */
const movieHeaderBytes = [108, 120];

/** Reads only the two ends of the file. */
export async function readFileSigns(file: Blob): Promise<FileSigns> {
  const start = new Uint8Array(await file.slice(0, startBytes).arrayBuffer());
  const endAt = Math.max(startBytes, file.size - endBytes);
  const end = new Uint8Array(await file.slice(endAt).arrayBuffer());
  const words = String.fromCharCode(...start.subarray(0, 16));
  const isFilm = /^....(ftyp|moov|mdat|wide|free)/s.test(words) || words.startsWith("\u001aEß£");
  return {
    kind: isFilm ? "film" : words.startsWith("#EXTM3U") ? "playlist" : "other",
    isProtected: isFilm && (indexOfName(start, "encv") >= 0 || indexOfName(end, "encv") >= 0),
    saidMs: isFilm ? (movieLengthMs(start) ?? movieLengthMs(end)) : null,
  };
}

/** From an MP4's or MOV's movie header, if it lies in these bytes. */
function movieLengthMs(bytes: Uint8Array): number | null {
  const at = indexOfName(bytes, "mvhd");
  if (at < 4 || at + 36 > bytes.length) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset + at + 4);
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset + at - 4).getUint32(0);
  if (!movieHeaderBytes.includes(boxBytes)) return null; // the name came about by chance
  const isLong = header.getUint8(0) === 1;
  const unitsPerSecond = header.getUint32(isLong ? 20 : 12);
  const units = isLong ? Number(header.getBigUint64(24)) : header.getUint32(16);
  const isSaid = unitsPerSecond > 0 && units > 0 && units !== 0xff_ff_ff_ff;
  return isSaid ? (units * 1000) / unitsPerSecond : null;
}

function indexOfName(bytes: Uint8Array, name: string): number {
  const [first = 0, ...others] = new TextEncoder().encode(name);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (others.every((code, n) => bytes[at + 1 + n] === code)) return at;
  }
  return -1;
}
