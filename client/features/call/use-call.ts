import { useMemo, useSyncExternalStore } from "react";
import type { Call, CallSnapshot } from "./call.ts";

/** The call while the component stands: opened with it, closed after it; null at first. `open` must stay the same. */
export function useOpenCall(open: () => Call): Call | null {
  const holder = useMemo(() => createHolder(open), [open]);
  return useSyncExternalStore(holder.subscribe, holder.getSnapshot);
}

/** What the call shows now; null while there is none yet. */
export function useCallSnapshot(call: Call | null): CallSnapshot | null {
  return useSyncExternalStore(
    (listener) => call?.onChange(listener) ?? (() => undefined),
    () => call?.now() ?? null,
  );
}

function createHolder(open: () => Call) {
  let call: Call | null = null;
  return {
    getSnapshot: () => call,
    subscribe: () => {
      call = open();
      return () => {
        call?.close();
        call = null;
      };
    },
  };
}
