/** Loudness of a stretch of sound (samples from -1 to 1) as 0-1, stretched so that speech fills the bar. */
export function soundLevel(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sumOfSquares = 0;
  for (const sample of samples) sumOfSquares += sample * sample;
  const loudness = Math.sqrt(sumOfSquares / samples.length);
  return Math.min(1, Math.sqrt(loudness * 4));
}

/** Above this the microphone clearly hears somebody. */
export const heardLevel = 0.3;
