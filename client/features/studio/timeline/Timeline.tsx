import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import { useCallback, useEffect, useRef } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { Waveform } from "#client/features/studio/film/waveform.ts";
import { useStudio, usePlayhead } from "#client/features/studio/use-studio.ts";
import { writePlaceMs } from "#shared/studio/selection.ts";
import { timelineHeight, timelineRows } from "./draw-timeline.ts";
import { LearningSound } from "./LearningSound.tsx";
import styles from "./Timeline.module.css";
import { mostZoom } from "./time-window.ts";
import { createTimelineView } from "./timeline-view.ts";
import type { TimelineView } from "./timeline-view.ts";

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1_000,
  ArrowDown: -1_000,
  ArrowRight: 1_000,
  ArrowUp: 1_000,
  PageDown: -10_000,
  PageUp: 10_000,
  Home: -Infinity,
  End: Infinity,
};
/** A mark this near to the finger is meant. */
const nearPx = 22;

/** The film over time: small pictures, clips, sound and both lanes of marks. All it does, keys and fields do too. */
export function Timeline(props: {
  readonly waveform: Waveform;
  readonly zoom: number;
  readonly onZoom: (by: -1 | 1) => void;
}) {
  const { waveform, zoom, onZoom } = props;
  const studio = useStudio();
  const { film, document, playhead, chosen, choose } = studio;
  const { durationMs } = film.frames;
  const viewRef = useRef<TimelineView | null>(null);
  const chosenId = chosen?.draftId ?? null;

  const layCanvas = useCallback(
    (canvas: HTMLCanvasElement) => {
      const view = createTimelineView(canvas, { film, document, playhead }, waveform);
      viewRef.current = view;
      return () => view.close();
    },
    [film, document, playhead, waveform],
  );
  useEffect(() => viewRef.current?.setZoom(zoom), [zoom]);
  useEffect(() => viewRef.current?.setChosen(chosenId), [chosenId]);

  function handlePress(event: PointerEvent<HTMLCanvasElement>) {
    const view = viewRef.current;
    if (view === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const placeMs = view.placeAt(x);
    const { marks, drafts } = document.current();
    if (y >= timelineRows.child.top) {
      const lane = y >= timelineRows.adult.top ? "adult" : "child";
      const reachMs = nearPx * view.msPerPixel();
      const near = marks
        .filter((mark) => mark.lane === lane && Math.abs(mark.atMs - placeMs) <= reachMs)
        .toSorted((one, other) => Math.abs(one.atMs - placeMs) - Math.abs(other.atMs - placeMs))[0];
      playhead.seek(near?.atMs ?? placeMs);
      return;
    }
    const pressed = drafts.find(
      ({ plan: { stretch } }) => placeMs >= stretch.startMs && placeMs < stretch.endMs,
    );
    const isOnClips = y >= timelineRows.clips.top && y < timelineRows.sound.top;
    if (isOnClips && pressed !== undefined) {
      choose(pressed.draftId);
      return;
    }
    playhead.seek(placeMs);
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function handleMove(event: PointerEvent<HTMLCanvasElement>) {
    const view = viewRef.current;
    if (view === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    playhead.seek(view.placeAt(event.clientX - event.currentTarget.getBoundingClientRect().left));
  }

  function handleKey(event: KeyboardEvent) {
    const stepMs = keySteps[event.key];
    if (stepMs === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    playhead.seek(Math.min(durationMs, Math.max(0, playhead.placeMs() + stepMs)));
  }

  return (
    <section className={styles["timeline"]} aria-label={text("studio.timeline")}>
      <ul className={styles["rows"]} aria-hidden="true">
        {(["film", "clips", "sound", "child", "adult"] as const).map((row) => (
          <li key={row} style={{ top: timelineRows[row].top, height: timelineRows[row].height }}>
            {text(`studio.row.${row}`)}
          </li>
        ))}
      </ul>
      <PlaceSlider onKey={handleKey}>
        <canvas
          ref={layCanvas}
          className={styles["canvas"]}
          style={{ height: timelineHeight }}
          onPointerDown={handlePress}
          onPointerMove={handleMove}
        />
      </PlaceSlider>
      <div className={styles["foot"]}>
        {film.details.hasSound && <LearningSound waveform={waveform} />}
        <span className={styles["zoom"]}>
          <IconButton
            label={text("studio.zoomOut")}
            isDisabled={zoom === 0}
            onPress={() => onZoom(-1)}
          >
            <ZoomOut size={20} />
          </IconButton>
          <IconButton
            label={text("studio.zoomIn")}
            isDisabled={zoom >= mostZoom(durationMs)}
            onPress={() => onZoom(1)}
          >
            <ZoomIn size={20} />
          </IconButton>
        </span>
      </div>
    </section>
  );
}

function PlaceSlider(props: {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  const { film } = useStudio();
  const { frameIndex } = usePlayhead();
  const placeMs = film.frames.startMs(frameIndex);
  return (
    <div
      className={styles["slider"]}
      role="slider"
      tabIndex={0}
      aria-label={text("studio.place")}
      aria-valuemin={0}
      aria-valuemax={Math.round(film.frames.durationMs)}
      aria-valuenow={Math.round(placeMs)}
      aria-valuetext={writePlaceMs(placeMs)}
      onKeyDown={props.onKey}
    >
      {props.children}
    </div>
  );
}
