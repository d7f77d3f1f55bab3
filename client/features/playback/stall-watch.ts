import type { Time } from "./surroundings.ts";

/** Notices a picture that stands still while it should run. */
export interface StallWatch {
  /** The local instant by which the next picture has to be there; null while none is awaited. */
  expectBy(dueAtLocalMs: number | null): void;
  /** A picture has come, or the film can go on. */
  clear(): void;
  isStalled(): boolean;
}

/** A picture later than this stands still. */
const stalledAfterMs = 300;

/** `onStalled` is called at the very moment. What has stalled stays so until it is cleared. */
export function createStallWatch(time: Time, onStalled: () => void): StallWatch {
  let dueAtLocalMs: number | null = null;
  let isStalled = false;
  let cancel = () => {};

  return {
    expectBy: (dueMs) => {
      if (dueMs === dueAtLocalMs) return;
      dueAtLocalMs = dueMs;
      cancel();
      if (dueMs === null) return;
      cancel = time.after(dueMs + stalledAfterMs - time.nowMs(), () => {
        isStalled = true;
        onStalled();
      });
    },
    clear: () => {
      isStalled = false;
    },
    isStalled: () => isStalled,
  };
}
