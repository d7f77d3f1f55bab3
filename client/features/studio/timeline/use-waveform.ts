import { useEffect, useState } from "react";
import type { Film } from "#client/features/studio/film/open-film.ts";
import { createWaveform } from "#client/features/studio/film/waveform.ts";
import type { Waveform } from "#client/features/studio/film/waveform.ts";

/** How loud the film is, learnt while it is on screen; null until that has begun. */
export function useWaveform(film: Film): Waveform | null {
  const [waveform, setWaveform] = useState<Waveform | null>(null);
  useEffect(() => {
    const begun = createWaveform(film, film.frames.durationMs);
    setWaveform(begun);
    return () => begun.close();
  }, [film]);
  return waveform;
}
