import { useEffect, useEffectEvent } from "react";

/** For so long after a letter somebody is still writing. */
export const stillWritingMs = 5_000;

/**
 * Whether a keystroke pauses a moving film: beginning to write does. Writing on while the other has chosen
 * to play does not, so that nobody takes back what the other was asked about. `sinceLastMs`: since this
 * person's keystroke before.
 */
export function pausesFilm(isStartedByOther: boolean, sinceLastMs: number): boolean {
  return !isStartedByOther || sinceLastMs >= stillWritingMs;
}

/** Whether a field of the board is written in; other fields and sliders pause nothing. */
export const isBoardField = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.dataset["path"] !== undefined;

/** Beginning to write in any field of the board pauses the film, unless this person switched that off. */
export function useWritingPauses(
  isOn: boolean,
  isStartedByOther: () => boolean,
  pause: () => void,
): void {
  const handleInput = useEffectEvent((sinceLastMs: number) => {
    if (isOn && pausesFilm(isStartedByOther(), sinceLastMs)) pause();
  });
  useEffect(() => {
    let lastAtMs = Number.NEGATIVE_INFINITY;
    const listen = (event: Event) => {
      if (!isBoardField(event.target)) return;
      const nowMs = performance.now();
      handleInput(nowMs - lastAtMs);
      lastAtMs = nowMs;
    };
    // Captured: the picture rests before the words are sent anywhere.
    document.addEventListener("input", listen, true);
    return () => document.removeEventListener("input", listen, true);
  }, []);
}
