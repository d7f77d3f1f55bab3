import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import { call } from "#client/lib/api.ts";
import { uploadClip } from "#client/lib/upload-clip.ts";
import { createCutter } from "#client/features/studio/cut/cutter.ts";
import type { Cutter } from "#client/features/studio/cut/cutter.ts";
import { openCut, removeCut } from "#client/features/studio/cut/cut-store.ts";
import { openFilmParts } from "#client/features/studio/film/film-parts.ts";
import type { Film } from "#client/features/studio/film/open-film.ts";
import type { StudioDocument } from "#client/features/studio/studio.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { ok } from "#shared/lib/result.ts";
import type { ClipMaking, MakingNews } from "./clip-making.ts";
import { createClipMaking } from "./create-clip-making.ts";

/** The making of the open film's clips; every part of their list and details reads it. */
export const ClipMakingContext = createContext<ClipMaking | null>(null);

/** The making of clips around this part of the screen. */
export function useClipMaking(): ClipMaking {
  const making = useContext(ClipMakingContext);
  if (making === null) throw new Error("there is no making of clips around this part");
  return making;
}

/** What is known of each clip in the making beside what its draft keeps. */
export function useMakingNews(): ReadonlyMap<string, MakingNews> {
  const { subscribe, news } = useClipMaking();
  return useSyncExternalStore(subscribe, news);
}

/** The making of the open film's clips while its studio stands; goes on with what was under way. Null at first. */
export function useNewClipMaking(): ClipMaking | null {
  const { film, document, cycleId, journey } = useStudio();
  const { journeyId } = journey;
  const queries = useQueryClient();
  const holder = useMemo(() => {
    const place = { journeyId, cycleId, onClipsChanged: () => void queries.invalidateQueries() };
    return createHolder(() => openMaking(film, document, place));
  }, [film, document, journeyId, cycleId, queries]);
  return useSyncExternalStore(holder.subscribe, holder.getSnapshot);
}

function createHolder(open: () => ClipMaking) {
  let making: ClipMaking | null = null;
  return {
    getSnapshot: () => making,
    subscribe: () => {
      const opened = open();
      const resume = () => opened.resume();
      making = opened;
      resume();
      window.addEventListener("online", resume);
      return () => {
        window.removeEventListener("online", resume);
        opened.close();
        making = null;
      };
    },
  };
}

interface MakingPlace {
  readonly journeyId: string;
  readonly cycleId: string;
  readonly onClipsChanged: () => void;
}

function openMaking(film: Film, document: StudioDocument, place: MakingPlace): ClipMaking {
  const { journeyId, cycleId, onClipsChanged } = place;
  const cutter = createLazyCutter();
  const making = createClipMaking({
    document,
    film: film.file,
    cutter,
    openCut,
    removeCut,
    readCycle: () => readCycle(journeyId, cycleId),
    addClip: (words) => call("addClip", { params: { cycleId }, body: words }),
    removeClip: (clipId) => call("removeClip", { params: { clipId } }),
    upload: uploadClip,
    whenSaved: async () => (await openFilmParts()).store.whenSaved(),
    onClipsChanged,
  });
  const close = () => {
    making.close();
    cutter.close();
  };
  return { ...making, close };
}

async function readCycle(journeyId: string, cycleId: string) {
  const answer = await call("readJourney", { params: { journeyId } });
  if (!answer.ok) return answer;
  const { people, cycles } = answer.value;
  const cycle = cycles.find((one) => one.cycleId === cycleId);
  return ok({ people, clips: cycle?.clips ?? [] });
}

/** The thread that cuts is started when the first clip is. */
function createLazyCutter(): Pick<Cutter, "cut" | "close"> {
  let cutter: Cutter | null = null;
  return {
    cut: (...asked) => (cutter ??= createCutter()).cut(...asked),
    close: () => cutter?.close(),
  };
}
