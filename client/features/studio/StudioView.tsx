import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { Loading } from "#client/ui/Loading.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import { openDesk } from "#client/features/studio/desk/open-desk.ts";
import type { Desk } from "#client/features/studio/desk/open-desk.ts";
import {
  forgetOpenFilm,
  openFilmOf,
  rememberOpenFilm,
} from "#client/features/studio/desk/open-film-kept.ts";
import type { CaptionsProps } from "#client/features/studio/drafts/DraftFields.tsx";
import { ChooseFilm } from "#client/features/studio/film/ChooseFilm.tsx";
import { openFilmParts } from "#client/features/studio/film/film-parts.ts";
import type { FilmParts } from "#client/features/studio/film/film-parts.ts";
import { StudioDesk } from "./StudioDesk.tsx";

/** Steps 2 and 3 of one cycle: a film from this device, and the clips that are made from it. */
export function StudioView(props: {
  readonly journey: Journey;
  readonly cycleId: string;
  readonly captions: (props: CaptionsProps) => ReactNode;
}) {
  const { journey, cycleId, captions } = props;
  const [parts, setParts] = useState<FilmParts | null>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    void openFilmParts().then(setParts);
  }, []);
  useEffect(() => () => desk?.close(), [desk]);

  if (parts === null) return <Loading />;
  if (desk === null) {
    return (
      <ChooseFilm
        cycleId={cycleId}
        parts={parts}
        reopenId={openFilmOf(cycleId)}
        onOpened={(opened) => {
          rememberOpenFilm(cycleId, opened.record.filmId);
          setDesk(openDesk(opened, parts.store));
        }}
      />
    );
  }
  return (
    <StudioDesk
      desk={desk}
      store={parts.store}
      journey={journey}
      cycleId={cycleId}
      captions={captions}
      onPutAway={() => {
        forgetOpenFilm(cycleId);
        setDesk(null);
      }}
    />
  );
}
