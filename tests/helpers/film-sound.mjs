// The sound of the films of the studio's tests: many tones that never come together alike again, so that
// a twentieth of a second of it is found at one place of the film and at no other.

const tones = Array.from({ length: 40 }, (_, n) => ({
  // Spread over 200-2500 Hz, at distances that no period fits.
  perSecond: 200 + 57.3 * n + 31.7 * Math.sin(n * 12.9898),
  phase:
    2 *
    Math.PI *
    (Math.sin(n * 78.233) * 43_758.5453 - Math.floor(Math.sin(n * 78.233) * 43_758.5453)),
}));

/** So many samples from this one on, -1 to 1. */
export function soundOf(from, count, samplesPerSecond) {
  return Float32Array.from({ length: count }, (_, n) => {
    const seconds = (from + n) / samplesPerSecond;
    const sum = tones.reduce(
      (total, { perSecond, phase }) => total + Math.sin(2 * Math.PI * perSecond * seconds + phase),
      0,
    );
    return 0.03 * sum;
  });
}
