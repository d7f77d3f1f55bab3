import { useState } from "react";
import type { KeyboardEvent } from "react";
import { text } from "#client/lib/text.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import { loopEndMs, loopFrameAt, moveLoopEnd } from "./loop-ends.ts";
import type { LoopEnds } from "./loop-ends.ts";
import { clipTimeInTenths } from "./loop-words.ts";
import styles from "./LoopHandles.module.css";

/** The loop to draw, and what moving one of its ends does. */
export interface LoopHandlesProps {
  readonly loop: LoopEnds;
  readonly table: FrameTable;
  readonly mayCommand: boolean;
  readonly onMove: (loop: LoopEnds) => void;
}

/** An arrow key moves an end by a frame; with Shift by ten. */
const frameSteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};

/** The looped part on the bar with a handle at each end; an end let go of counts for both. */
export function LoopHandles({ loop, table, mayCommand, onMove }: LoopHandlesProps) {
  const [draft, setDraft] = useState<{ readonly of: LoopEnds; readonly to: LoopEnds } | null>(null);
  const isDrafted = draft !== null && sameEnds(draft.of, loop);
  const shown = isDrafted ? draft.to : loop;
  const place = (end: keyof LoopEnds) => loopEndMs(shown, end, table) / table.durationMs;

  function move(end: keyof LoopEnds, frame: number) {
    setDraft({ of: loop, to: moveLoopEnd(shown, end, frame, table) });
  }
  function handleKeyDown(event: KeyboardEvent, end: keyof LoopEnds) {
    const frames = frameSteps[event.key];
    if (frames === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(end, shown[end] + (event.shiftKey ? 10 * frames : frames));
  }
  function commit() {
    if (isDrafted && !sameEnds(draft.to, loop)) onMove(draft.to);
  }
  const handle = (end: keyof LoopEnds) => (
    <input
      type="range"
      className={styles[end]}
      aria-label={text(end === "firstFrame" ? "playback.loop-start" : "playback.loop-end")}
      aria-valuetext={clipTimeInTenths(loopEndMs(shown, end, table))}
      min={0}
      max={table.durationMs}
      step="any"
      value={loopEndMs(shown, end, table)}
      disabled={!mayCommand}
      onKeyDown={(event) => handleKeyDown(event, end)}
      onChange={({ target }) => move(end, loopFrameAt(target.valueAsNumber, end, table))}
      onPointerUp={commit}
      onKeyUp={commit}
      onBlur={commit}
    />
  );
  return (
    <>
      <span
        className={styles["part"]}
        style={{ "--from": place("firstFrame"), "--to": place("lastFrame") }}
      />
      {handle("firstFrame")}
      {handle("lastFrame")}
    </>
  );
}

/** Where a loop shall begin, while its end is still to be chosen. */
export function LoopMark({ frame, table }: { readonly frame: number; readonly table: FrameTable }) {
  return (
    <span
      className={styles["mark"]}
      style={{ "--from": frameStartMs(table, frame) / table.durationMs }}
    />
  );
}

function sameEnds(one: LoopEnds, other: LoopEnds): boolean {
  return one.firstFrame === other.firstFrame && one.lastFrame === other.lastFrame;
}
