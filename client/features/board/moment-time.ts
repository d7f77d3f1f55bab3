/** A place in a clip as people read it: 0:12. Whole seconds, as the transport shows them. */
export function momentTime(positionMs: number): string {
  const seconds = Math.floor(positionMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
