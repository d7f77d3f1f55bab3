import { useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { CoverOverlay } from "#client/features/studio/covers/CoverOverlay.tsx";
import { FilmStage } from "#client/features/studio/desk/FilmStage.tsx";
import { KeyDialog } from "#client/features/studio/desk/KeyDialog.tsx";
import { SavingWords } from "#client/features/studio/desk/SavingWords.tsx";
import { Transport } from "#client/features/studio/desk/Transport.tsx";
import type { Desk } from "#client/features/studio/desk/open-desk.ts";
import styles from "#client/features/studio/desk/Desk.module.css";
import { useStudioKeys } from "#client/features/studio/desk/use-studio-keys.ts";
import { ClipMakingProvider } from "#client/features/studio/drafts/ClipMakingProvider.tsx";
import { DraftDetails } from "#client/features/studio/drafts/DraftDetails.tsx";
import { DraftEnds } from "#client/features/studio/drafts/DraftEnds.tsx";
import type { CaptionsProps } from "#client/features/studio/drafts/DraftFields.tsx";
import { DraftList } from "#client/features/studio/drafts/DraftList.tsx";
import { FilmHints } from "#client/features/studio/film/FilmHints.tsx";
import { filmName } from "#client/features/studio/film/film-words.ts";
import { isAllSent } from "#client/features/studio/film/new-film.ts";
import type { StudioStore } from "#client/features/studio/film/studio-store.ts";
import { MarkPanel } from "#client/features/studio/marks/MarkPanel.tsx";
import { useMarkKeys } from "#client/features/studio/marks/use-marks.ts";
import type { Studio } from "./studio.ts";
import { mostZoom } from "#client/features/studio/timeline/time-window.ts";
import { Timeline } from "#client/features/studio/timeline/Timeline.tsx";
import { StudioContext, useStudio, useStudioFilm } from "./use-studio.ts";

/** What the desk is given: the film, whose journey and cycle it is, and what draws the captions' editor. */
export interface StudioDeskProps {
  readonly desk: Desk;
  readonly store: StudioStore;
  readonly journey: Journey;
  readonly cycleId: string;
  readonly captions: (props: CaptionsProps) => ReactNode;
  readonly onPutAway: () => void;
}

/** Step 3 with one film: look closely, mark, choose where clips start and end, make and send them. */
export function StudioDesk(props: StudioDeskProps) {
  const { desk, journey, cycleId } = props;
  const { film, document, playhead } = desk;
  const [chosenId, choose] = useState<string | null>(
    () => document.current().drafts[0]?.draftId ?? null,
  );
  const chosen = useSyncExternalStore<DraftClip | null>(document.subscribe, () => {
    return document.current().drafts.find(({ draftId }) => draftId === chosenId) ?? null;
  });
  const studio = useMemo<Studio>(
    () => ({ film, journey, cycleId, document, playhead, chosen, choose }),
    [film, journey, cycleId, document, playhead, chosen],
  );
  return (
    <StudioContext value={studio}>
      <ClipMakingProvider>
        <DeskParts {...props} />
      </ClipMakingProvider>
    </StudioContext>
  );
}

function DeskParts({ desk, store, captions, onPutAway }: StudioDeskProps) {
  const studio = useStudio();
  const record = useStudioFilm();
  const marks = useMarkKeys(studio);
  const [zoom, setZoom] = useState(0);
  const [areKeysShown, setKeysShown] = useState(false);
  const [areKeysOn, setKeysOn] = useState(true);
  const { film } = studio;

  function handleZoom(by: -1 | 1) {
    const most = mostZoom(film.frames.durationMs);
    setZoom((now) => Math.min(most, Math.max(0, now + by)));
  }

  useStudioKeys(areKeysOn, {
    studio,
    addMark: marks.add,
    nameMark: marks.nameLast,
    zoom: handleZoom,
    showKeys: () => setKeysShown(true),
  });

  return (
    <>
      <div className={styles["bar"]}>
        <p className={styles["filmName"]}>{filmName(record)}</p>
        <SavingWords store={store} />
        <Button kind="quiet" onPress={() => setKeysShown(true)}>
          {text("studio.keysButton")}
        </Button>
        <Button onPress={onPutAway}>{text("studio.putAway")}</Button>
      </div>
      {isAllSent(record) && <Notice tone="good">{text("film.allSent")}</Notice>}
      <FilmHints film={film} />
      <div className={styles["desk"]}>
        <div className={styles["column"]}>
          <FilmStage desk={desk} overlay={<CoverOverlay />} />
          <Transport />
          <DraftEnds />
          <Timeline waveform={desk.waveform} zoom={zoom} onZoom={handleZoom} />
          <MarkPanel keys={marks} />
        </div>
        <div className={classNames(styles["column"], styles["details"])}>
          <DraftList />
          <DraftDetails captions={captions} />
        </div>
      </div>
      <KeyDialog
        isOpen={areKeysShown}
        onClose={() => setKeysShown(false)}
        areKeysOn={areKeysOn}
        onKeysOnChange={setKeysOn}
      />
    </>
  );
}
