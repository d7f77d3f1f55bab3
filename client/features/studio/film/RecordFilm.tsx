import { useEffect } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import styles from "./Film.module.css";
import type { FilmParts } from "./film-parts.ts";
import { FilmTips } from "./FilmTips.tsx";
import { RecordingStep } from "./RecordingStep.tsx";
import { useRecording } from "./use-recording.ts";

/** Records a film with this device's camera, onto this device. S stops at once: the child says stop. */
export function RecordFilm(props: {
  readonly cycleId: string;
  readonly parts: FilmParts;
  readonly onOpen: (film: StudioFilm) => void;
  readonly onLeave: () => void;
}) {
  const { cycleId, parts, onOpen, onLeave } = props;
  const { state, turnOn, start, stop } = useRecording(cycleId, parts, onOpen);
  const isRecording = state.state === "recording";

  useEffect(() => {
    if (!isRecording) return undefined;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      stop("dissent");
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  });

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
