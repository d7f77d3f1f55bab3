import { useCallback, useEffect, useRef, useState } from "react";
import { announce } from "#client/lib/announce.ts";
import type { OwnSwitch } from "#client/lib/own-switch.ts";
import { text } from "#client/lib/text.ts";
import { keepClipTextChoice, readClipTextChoice, textThereIs } from "./clip-text.ts";
import type { ClipText, ClipTextChoice } from "./clip-text.ts";
import { markToRead } from "./mark-to-read.ts";
import type { ClipPlace } from "./mark-to-read.ts";

/** The two kinds of words that can be switched on. */
export type ClipTextKind = keyof ClipTextChoice;

/** Which words are on, and the switches for them. */
export interface ClipTextSwitches {
  readonly choice: ClipTextChoice;
  readonly switches: readonly OwnSwitch[];
  /** For a key: what it did is told, as no control with the focus says it. */
  readonly toggleByKey: (kind: ClipTextKind) => void;
}

/** Captions and descriptions as this person wants them, remembered for the tab. */
export function useClipText(clip: ClipText | null): ClipTextSwitches {
  const [choice, setChoice] = useState(() => readClipTextChoice(window.sessionStorage));
  const thereIs = textThereIs(clip);

  const toggle = (kind: ClipTextKind) => {
    const next = { ...choice, [kind]: !choice[kind] };
    keepClipTextChoice(window.sessionStorage, next);
    setChoice(next);
    return next[kind];
  };
  const switchOf = (kind: ClipTextKind): OwnSwitch => ({
    id: kind,
    words: text(`described.${kind}`, { there: thereIs[kind] ? "yes" : "none" }),
    isOn: choice[kind],
    toggle: () => void toggle(kind),
  });
  return {
    choice,
    switches: [switchOf("captions"), switchOf("descriptions")],
    toggleByKey: (kind) => {
      const state = toggle(kind) ? "on" : "off";
      announce(text(`described.said-${kind}`, { state, there: thereIs[kind] ? "yes" : "none" }));
    },
  };
}

/** Reads out what can be seen as the clip passes its marks, while descriptions are on. */
export function useReadMarks(
  isOn: boolean,
  clip: ClipText | null,
  place: Pick<ClipPlace, "positionMs" | "isPlaying">,
): void {
  const before = useRef<ClipPlace | null>(null);
  const { positionMs, isPlaying } = place;
  const read = useCallback(
    (next: ClipPlace, marks: ClipText["marks"]) => {
      const mark = markToRead(marks, before.current, next);
      before.current = next;
      if (mark !== null && isOn) announce(mark.text);
    },
    [isOn],
  );
  useEffect(() => {
    if (clip !== null) read({ clipId: clip.clipId, positionMs, isPlaying }, clip.marks);
  }, [read, clip, positionMs, isPlaying]);
}
