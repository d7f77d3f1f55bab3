/** What a `Range` header asks for: everything, one stretch (both ends included), or what is not there. */
export type ByteRange =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

/**
 * Reads a `Range` header against a file of `totalBytes`. What it does not understand, or more than one
 * stretch at once, is answered with the whole file, as the HTTP standard allows.
 */
export function parseRange(header: string | undefined, totalBytes: number): ByteRange {
  const text = header?.trim() ?? "";
  const tail = /^bytes=-(\d+)$/.exec(text)?.[1];
  if (tail !== undefined) return lastBytes(Number(tail), totalBytes);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(text) ?? [];
  if (from === undefined) return { kind: "whole" };
  return stretch(Number(from), to === "" ? Infinity : Number(to), totalBytes);
}

function lastBytes(wanted: number, totalBytes: number): ByteRange {
  if (wanted === 0) return { kind: "unsatisfiable" };
  return { kind: "part", start: Math.max(0, totalBytes - wanted), end: totalBytes - 1 };
}

function stretch(start: number, end: number, totalBytes: number): ByteRange {
  if (end < start) return { kind: "whole" };
  if (start >= totalBytes) return { kind: "unsatisfiable" };
  return { kind: "part", start, end: Math.min(end, totalBytes - 1) };
}
