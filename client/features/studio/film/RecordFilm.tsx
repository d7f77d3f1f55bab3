import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import styles from "./Film.module.css";
import type { FilmParts } from "./film-parts.ts";
import { FilmTips } from "./FilmTips.tsx";
import { RecordingStep } from "./RecordingStep.tsx";
import { useDissentKey } from "./use-dissent-key.ts";
import { useRecording } from "./use-recording.ts";

/** Records a film with this device's camera, onto this device. S stops at once, unless the key is switched off: the child says stop. */
export function RecordFilm(props: {
  readonly cycleId: string;
  readonly parts: FilmParts;
  readonly onOpen: (film: StudioFilm) => void;
  readonly onLeave: () => void;
}) {
  const { cycleId, parts, onOpen, onLeave } = props;
  const { state, turnOn, start, stop } = useRecording(cycleId, parts, onOpen);
  const [isKeyOn, setKeyOn] = useState(true);
  const isRecording = state.state === "recording";
  useDissentKey(isKeyOn && isRecording, () => stop("dissent"));

  return (
    <section className={styles["choose"]} aria-labelledby="record-film">
      <h2 id="record-film">{text("film.record")}</h2>
      <p className={styles["stays"]}>{text("film.stays")}</p>
      <RecordingStep
        state={state}
        onTurnOn={() => void turnOn()}
        onStart={(camera) => void start(camera)}
        onStop={stop}
        onOpen={onOpen}
        isKeyOn={isKeyOn}
        onKeyOnChange={setKeyOn}
      />
      {!isRecording && (
        <>
          <div>
            <Button kind="quiet" onPress={onLeave}>
              {text("film.recording.leave")}
            </Button>
          </div>
          <FilmTips />
        </>
      )}
    </section>
  );
}
