/** A place in a clip as people read it: 0:12. */
export function clipTime(positionMs: number): string {
  const seconds = Math.floor(Math.max(0, positionMs) / 1000 + 0.001);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
