import { createContext, useContext, useSyncExternalStore } from "react";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import type { Playhead, Studio } from "./studio.ts";

/** The opened film's studio; every part of its screen reads it with `useStudio`. */
export const StudioContext = createContext<Studio | null>(null);

/** The studio around this part of the screen. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error("there is no studio around this part");
  return studio;
}

/** What is made of the film, as it stands now. */
export function useStudioFilm(): StudioFilm {
  const { document } = useStudio();
  return useSyncExternalStore(document.subscribe, document.current);
}

/** Where the guider looks, as it stands now: drawn anew with each picture, so read it in small parts. */
export function usePlayhead(): Playhead {
  const { playhead } = useStudio();
  return useSyncExternalStore(playhead.subscribe, playhead.current);
}
