import type { StretchRefusal } from "#shared/studio/selection.ts";

/** An end that was asked for, by key or button, and could not be set. */
export interface RefusedEnd {
  readonly draftId: string;
  readonly reason: StretchRefusal;
}

let present: RefusedEnd | null = null;
const listeners = new Set<() => void>();

/** What was refused last; keys and fields both tell it, and it is shown beside the fields. */
export const refusedEnd = {
  tell: (refused: RefusedEnd | null): void => {
    present = refused;
    for (const listener of listeners) listener();
  },
  current: (): RefusedEnd | null => present,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
