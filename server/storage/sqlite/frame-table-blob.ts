const bytesPerFrame = 8;

/** A table of frame starts as bytes: 64-bit floats, little-endian, so that no fraction is lost. */
export function encodeFrameTable(framesMs: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(framesMs.length * bytesPerFrame));
  for (const [frame, startMs] of framesMs.entries()) {
    view.setFloat64(frame * bytesPerFrame, startMs, true);
  }
  return new Uint8Array(view.buffer);
}

/** The frame starts in such bytes. Refuses bytes that end in the middle of a number. */
export function decodeFrameTable(bytes: Uint8Array): number[] {
  if (bytes.byteLength % bytesPerFrame !== 0) throw new RangeError("the frame table is cut short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / bytesPerFrame }, (_, frame) =>
    view.getFloat64(frame * bytesPerFrame, true),
  );
}
