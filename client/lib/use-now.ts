import { useSyncExternalStore } from "react";

const stepMs = 30_000;

/** The time now on this device, to the half minute, for words such as "today at 15:30". */
export function useNowMs(): number {
  return useSyncExternalStore(subscribe, readNowMs, readNowMs);
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, stepMs);
  return () => clearInterval(timer);
}

function readNowMs(): number {
  return Math.floor(Date.now() / stepMs) * stepMs;
}
