import { encode } from "uqr";

/** A QR code as one SVG path of unit squares, with the quiet border a camera needs. */
export function qrPath(words: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(words, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { path: squares.join(""), size };
}
