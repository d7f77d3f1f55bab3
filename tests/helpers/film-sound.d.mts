/** So many samples of a film's sound from this one on, -1 to 1. */
export function soundOf(
  from: number,
  count: number,
  samplesPerSecond: number,
): Float32Array<ArrayBuffer>;
