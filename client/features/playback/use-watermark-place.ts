import { useState } from "react";
import type { PlayerSnapshot } from "./player-snapshot.ts";

const places = 4;

/**
 * Which of four places the viewer's name stands in. It moves only when a new playing begins, never
 * while a clip plays or is paused, so that it cannot be taken for something in the picture.
 */
export function useWatermarkPlace({ timeline }: PlayerSnapshot): number {
  const [state, setState] = useState({ isPlaying: false, place: 0 });
  const isPlaying = timeline?.motion.kind === "playing";
  if (isPlaying === state.isPlaying) return state.place;
  const place = isPlaying ? (state.place + 1) % places : state.place;
  setState({ isPlaying, place });
  return place;
}
