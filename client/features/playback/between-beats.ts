import { screenBeatMs } from "#shared/playback/drift-errors.ts";
import type { Time } from "./surroundings.ts";

/**
 * Calls in the middle between two beats of the screen, as near to a local instant as that comes. There
 * `play()` takes hold at the same beat each time; and only while the screen is kept beating, since a still
 * page misses one. Answers how to take it back.
 */
export function betweenBeats(time: Time, atLocalMs: number, run: () => void): () => void {
  let cancel = time.onBeat(listen);

  function listen(beatAtMs: number) {
    const middleMs = beatAtMs + screenBeatMs / 2;
    if (atLocalMs - middleMs >= screenBeatMs / 2) {
      cancel = time.onBeat(listen);
      return;
    }
    const stopBeating = time.onBeat(() => {});
    const stopTimer = time.after(middleMs - time.nowMs(), run);
    cancel = () => {
      stopBeating();
      stopTimer();
    };
  }

  return () => cancel();
}
