import { text } from "#client/lib/text.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** What stands on the stage while there is no picture; null once there is. */
export function loadingWords(snapshot: PlayerSnapshot): string | null {
  const { phase, clip, loading, timeline, picture } = snapshot;
  if (timeline === null) return text("common.loading");
  if (phase === "empty" || clip === null) return text("playback.empty");
  if (picture !== "loading") return null;
  const state = loading[clip.clipId];
  if (state?.kind === "not-reached") return text("playback.not-reached");
  const { title } = clip;
  if (state?.kind !== "loading") return text("playback.waiting-for-clip", { title });
  const done = megabytes(state.receivedBytes);
  return text("playback.loading", { title, done, total: megabytes(state.totalBytes) });
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
