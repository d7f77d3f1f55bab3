import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import { CameraPicture } from "./CameraPicture.tsx";
import styles from "./Film.module.css";
import type { Camera } from "./open-camera.ts";
import { ReadyToRecord } from "./ReadyToRecord.tsx";
import { RecordingNow } from "./RecordingNow.tsx";
import type { RecordingState } from "./use-recording.ts";

/** One step of recording: the camera off, ready, recording, and what became of it. */
export function RecordingStep(props: {
  readonly state: RecordingState;
  readonly onTurnOn: () => void;
  readonly onStart: (camera: Camera) => void;
  readonly onStop: (end: "finished" | "dissent") => void;
  readonly onOpen: (film: StudioFilm) => void;
  /** Whether S stops the recording; single keys can be switched off (WCAG 2.1.4). */
  readonly isKeyOn: boolean;
  readonly onKeyOnChange: (isOn: boolean) => void;
}) {
  const { state, onTurnOn, onStart, onStop, onOpen, isKeyOn, onKeyOnChange } = props;
  switch (state.state) {
    case "off":
      return (
        <>
          {state.refusal !== null && (
            <Notice tone="attention" isAnnounced>
              {text(
                state.refusal === "nothing"
                  ? "film.recording.nothing"
                  : `film.camera.${state.refusal}`,
              )}
            </Notice>
          )}
          <div className={styles["buttons"]}>
            <Button kind="primary" onPress={onTurnOn}>
              {text("film.camera.start")}
            </Button>
          </div>
        </>
      );
    case "ready":
      return (
        <ReadyToRecord
          camera={state.camera}
          roomMs={state.roomMs}
          onStart={onStart}
          isKeyOn={isKeyOn}
          onKeyOnChange={onKeyOnChange}
        />
      );
    case "recording":
      return (
        <>
          <CameraPicture stream={state.camera.stream} isRecording />
          <RecordingNow begunAtMs={state.begunAtMs} onStop={onStop} isKeyOn={isKeyOn} />
        </>
      );
    case "ending":
      return <output>{text("film.recording.ending")}</output>;
    case "broken":
      return (
        <Notice tone="attention" isAnnounced>
          <p>{text(`film.recording.${state.end}`)}</p>
          <Button onPress={() => onOpen(state.film)}>{text("film.open")}</Button>
        </Notice>
      );
  }
}
