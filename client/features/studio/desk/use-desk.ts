import { useEffect, useState } from "react";
import type { OpenedStudioFilm } from "#client/features/studio/film/use-films.ts";
import type { StudioStore } from "#client/features/studio/film/studio-store.ts";
import { openDesk } from "./open-desk.ts";
import type { Desk } from "./open-desk.ts";

/** The desk of an opened film, for as long as it is on screen; null until it is set up. */
export function useDesk(opened: OpenedStudioFilm, store: StudioStore): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    const set = openDesk(opened, store);
    setDesk(set);
    return () => set.close();
  }, [opened, store]);
  return desk;
}
