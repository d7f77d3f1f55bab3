import { useCallback, useSyncExternalStore } from "react";
import type { Text } from "yjs";

/** In how many of these shared texts something is written, live. */
export function useWrittenCount(texts: readonly Text[]): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      for (const text of texts) text.observe(listener);
      return () => {
        for (const text of texts) text.unobserve(listener);
      };
    },
    [texts],
  );
  return useSyncExternalStore(
    subscribe,
    () => texts.filter((text) => text.toJSON().trim() !== "").length,
  );
}
