import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { Loading } from "#client/ui/Loading.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import { forgetOpenFilm, openFilmOf, rememberOpenFilm } from "./desk/open-film-kept.ts";
import type { CaptionsProps } from "./drafts/DraftFields.tsx";
import { ChooseFilm } from "./film/ChooseFilm.tsx";
import { openFilmParts } from "./film/film-parts.ts";
import type { FilmParts } from "./film/film-parts.ts";
import type { OpenedStudioFilm } from "./film/use-films.ts";
import { StudioDesk } from "./StudioDesk.tsx";

/** Steps 2 and 3 of one cycle: a film from this device, and the clips that are made from it. */
export function StudioView(props: {
  readonly journey: Journey;
  readonly cycleId: string;
  readonly captions: (props: CaptionsProps) => ReactNode;
}) {
  const { journey, cycleId, captions } = props;
  const [parts, setParts] = useState<FilmParts | null>(null);
  const [opened, setOpened] = useState<OpenedStudioFilm | null>(null);
  useEffect(() => {
    void openFilmParts().then(setParts);
  }, []);
  useEffect(() => () => opened?.film.close(), [opened]);

  if (parts === null) return <Loading />;
  if (opened === null) {
    return (
      <ChooseFilm
        cycleId={cycleId}
        parts={parts}
        reopenId={openFilmOf(cycleId)}
        onOpened={(film) => {
          rememberOpenFilm(cycleId, film.record.filmId);
          setOpened(film);
        }}
      />
    );
  }
  return (
    <StudioDesk
      key={opened.record.filmId}
      opened={opened}
      store={parts.store}
      journey={journey}
      cycleId={cycleId}
      captions={captions}
      onPutAway={() => {
        forgetOpenFilm(cycleId);
        setOpened(null);
      }}
    />
  );
}
