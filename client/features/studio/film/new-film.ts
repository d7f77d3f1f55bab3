import { cycleIdSchema } from "#shared/domain/ids.ts";
import type { FilmPlace, StudioFilm } from "#shared/studio/studio-film.ts";

/** The record of a film nothing was made of yet. `filmedAtMs` is an instant of this device's clock. */
export function newFilm(
  filmId: string,
  cycleId: string,
  place: FilmPlace,
  filmedAtMs: number,
): StudioFilm {
  return {
    filmId,
    cycleId: cycleIdSchema.parse(cycleId),
    filmedOn: localDay(filmedAtMs),
    place,
    marks: [],
    drafts: [],
    notes: "",
    positionMs: 0,
  };
}

/** The day on this device's clock, `YYYY-MM-DD`. */
function localDay(atMs: number): string {
  const day = new Date(atMs);
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${day.getFullYear()}-${month}-${date}`;
}

/** Whether all that was to be sent of a film has been: then the film can go. */
export function isAllSent({ drafts }: Pick<StudioFilm, "drafts">): boolean {
  return drafts.length > 0 && drafts.every(({ cut }) => cut.state === "sent");
}
