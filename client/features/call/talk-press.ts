import type { Call } from "./call.ts";

/** Held shorter than this, a press turns the microphone on or off; held longer, it was for talking. */
export const shortPressMs = 400;

/** A press of the microphone's key or button, from down to up. */
export interface TalkPress {
  down(): void;
  up(): void;
  /** The key will not be heard to go up: the page was left. Nothing stays on. */
  cancel(): void;
}

/**
 * A short press turns the microphone on or off; while it is off, holding it lets one talk. Off is off at
 * once, and one is heard from the first moment of holding.
 */
export function createTalkPress(
  call: Pick<Call, "now" | "setMicrophone" | "holdToTalk">,
  nowMs: () => number = () => performance.now(),
): TalkPress {
  /** When a press that lets talk began; null without one. */
  let heldSinceMs: number | null = null;

  function end(): number {
    if (heldSinceMs === null) return Number.POSITIVE_INFINITY;
    const heldMs = nowMs() - heldSinceMs;
    heldSinceMs = null;
    call.holdToTalk(false);
    return heldMs;
  }

  return {
    down: () => {
      if (heldSinceMs !== null) return;
      if (call.now().me.microphone === "on") return call.setMicrophone(false);
      heldSinceMs = nowMs();
      call.holdToTalk(true);
    },
    up: () => {
      if (end() < shortPressMs) call.setMicrophone(true);
    },
    cancel: () => void end(),
  };
}
