import { useEffect, useRef, useState } from "react";
import { text } from "#client/lib/text.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import { lengthWords } from "./film-words.ts";
import type { FilmParts } from "./film-parts.ts";
import { freeBytes } from "./film-store.ts";
import { newFilm } from "./new-film.ts";
import { closeCamera, openCamera } from "./open-camera.ts";
import type { Camera, CameraRefusal } from "./open-camera.ts";
import { startRecording } from "./record-film.ts";
import type { Recording, RecordingEnd } from "./record-film.ts";
import { createRecordingWriter } from "./recorder.ts";
import { recordableMs, recorderOptions, recordingFormat } from "./recording-format.ts";

/** What recording has come to. `roomMs`: how long the device has room for, null when unknown. */
export type RecordingState =
  | { readonly state: "off"; readonly refusal: CameraRefusal | "cannotRecord" | "nothing" | null }
  | { readonly state: "ready"; readonly camera: Camera; readonly roomMs: number | null }
  | { readonly state: "recording"; readonly camera: Camera; readonly begunAtMs: number }
  | { readonly state: "ending" }
  /** It ended by itself; what was filmed until then is kept. */
  | { readonly state: "broken"; readonly end: "full" | "camera-gone"; readonly film: StudioFilm };

const format = () => recordingFormat((mimeType) => MediaRecorder.isTypeSupported(mimeType));

/**
 * The camera, and a recording that is on the device second by second. Nothing of it is sent. `onKept` is
 * given the film when the guider or the child ended it.
 */
export function useRecording(
  cycleId: string,
  { store }: FilmParts,
  onKept: (film: StudioFilm) => void,
) {
  const [state, setState] = useState<RecordingState>({ state: "off", refusal: null });
  const cameraRef = useRef<Camera | null>(null);
  const recordingRef = useRef<Recording | null>(null);

  useEffect(
    () => () => {
      recordingRef.current?.stop("finished");
      if (cameraRef.current !== null) closeCamera(cameraRef.current);
    },
    [],
  );

  async function turnOn() {
    if (typeof MediaRecorder === "undefined" || format() === null) {
      setState({ state: "off", refusal: "cannotRecord" });
      return;
    }
    if (cameraRef.current !== null) closeCamera(cameraRef.current);
    const opened = await openCamera(navigator.mediaDevices);
    if (!opened.ok) {
      setState({ state: "off", refusal: opened.reason });
      return;
    }
    cameraRef.current = opened.value;
    const free = await freeBytes();
    const roomMs = free === null ? null : recordableMs(free);
    setState({ state: "ready", camera: opened.value, roomMs });
  }

  async function start(camera: Camera) {
    const recorded = format();
    if (recorded === null) return;
    const filmId = crypto.randomUUID();
    const begunAtMs = Date.now();
    const fileName = `${filmId}.${recorded.ending}`;
    const place = { kind: "recorded", fileName, bytes: 0 } as const;
    // Known from the first second on: after a crash the film is in the list.
    const begun = newFilm(filmId, cycleId, place, begunAtMs);
    store.save(begun);
    const writer = createRecordingWriter();
    const recorder = new MediaRecorder(camera.stream, recorderOptions(recorded));
    const recording = startRecording(recorder, writer.file(fileName));
    recordingRef.current = recording;
    setState({ state: "recording", camera, begunAtMs });
    const { end, bytes } = await recording.ended;
    writer.close();
    closeCamera(camera);
    if (bytes === 0) {
      await store.remove(filmId);
      setState({ state: "off", refusal: "nothing" });
      return;
    }
    const length = lengthWords(Date.now() - begunAtMs);
    const notes = end === "dissent" ? text("film.recording.dissentNote", { length }) : "";
    const film = { ...begun, place: { ...place, bytes }, notes };
    store.save(film);
    if (end === "full" || end === "camera-gone") setState({ state: "broken", end, film });
    else onKept(film);
  }

  function stop(end: RecordingEnd) {
    if (recordingRef.current === null) return;
    recordingRef.current.stop(end);
    setState({ state: "ending" });
  }

  return { state, turnOn, start, stop };
}
