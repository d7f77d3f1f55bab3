/** A place in a clip as people read it: 0:12. Whole seconds, as the transport shows them. */
export function momentTime(positionMs: number): string {
  const seconds = Math.floor(positionMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A place told from others in the same second: 0:12.4. */
export function preciseTime(positionMs: number): string {
  return `${momentTime(positionMs)}.${Math.floor((positionMs % 1000) / 100)}`;
}

/** From where to where: 0:12–0:14; tenths of a second where both are in the same one. */
export function rangeTime(startMs: number, endMs: number): string {
  const isShort = momentTime(startMs) === momentTime(endMs);
  const words = isShort ? preciseTime : momentTime;
  return `${words(startMs)}–${words(endMs)}`;
}
