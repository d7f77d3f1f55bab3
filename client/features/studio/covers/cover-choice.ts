let chosenId: string | null = null;
const listeners = new Set<() => void>();

/** Which cover is being placed: on the picture and in the list it is the same one. */
export const coverChoice = {
  choose: (coverId: string | null): void => {
    chosenId = coverId;
    for (const listener of listeners) listener();
  },
  current: (): string | null => chosenId,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
