/**
 * Does `work` once the next frame has been painted, so that a typed letter never waits for it; at once
 * where nothing is painted.
 */
export function afterPaint(work: () => void): void {
  if (typeof document === "undefined" || document.hidden) work();
  else requestAnimationFrame(() => setTimeout(work));
}
