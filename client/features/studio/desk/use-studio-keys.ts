import { useEffect, useEffectEvent } from "react";
import { isInDialog, isInText } from "#client/lib/key-places.ts";
import {
  goToDraftEnd,
  playDraft,
  setDraftEnd,
} from "#client/features/studio/drafts/draft-actions.ts";
import { filmRates } from "#client/features/studio/film/film-picture.ts";
import type { Studio } from "#client/features/studio/studio.ts";
import { assertNever } from "#shared/lib/result.ts";
import { studioActionOf } from "./studio-keys.ts";
import type { StudioAction } from "./studio-keys.ts";

/** What keys reach beside the studio itself. */
export interface StudioKeyTargets {
  readonly studio: Studio;
  readonly addMark: (lane: "child" | "adult" | null) => void;
  readonly nameMark: (number: number) => void;
  readonly zoom: (by: -1 | 1) => void;
  readonly showKeys: () => void;
}

const controls =
  "button, a[href], input, summary, [role=button], [role=slider], [role=tab], [role=menuitem], [role=option]";

/** Listens to the studio's single keys, outside text fields, menus and dialogs. */
export function useStudioKeys(isOn: boolean, targets: StudioKeyTargets): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!isOn || event.defaultPrevented || isInText(target) || isInDialog(target)) return;
    const isOnControl = target !== null && target.closest(controls) !== null;
    const action = studioActionOf(event, isOnControl);
    if (action === null) return;
    event.preventDefault();
    doStudioKey(action, targets);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function doStudioKey(action: StudioAction, targets: StudioKeyTargets): void {
  const { studio } = targets;
  switch (action.kind) {
    case "set-end":
      setDraftEnd(studio, action.end);
      return;
    case "go-to-end":
      return goToDraftEnd(studio, action.end);
    case "play-clip":
      return playDraft(studio);
    case "mark":
      return targets.addMark(action.lane);
    case "mark-again":
      return targets.addMark(null);
    case "name-mark":
      return targets.nameMark(action.number);
    case "zoom":
      return targets.zoom(action.by);
    case "keys":
      return targets.showKeys();
    default:
      return movePlayhead(action, studio);
  }
}

type MoveAction = Extract<StudioAction, { readonly kind: "toggle" | "step" | "skip" | "rate" }>;

function movePlayhead(action: MoveAction, { playhead }: Studio): void {
  const { isPlaying, rate } = playhead.current();
  switch (action.kind) {
    case "toggle":
      return isPlaying ? playhead.pause() : playhead.play();
    case "step":
      return playhead.step(action.pictures);
    case "skip":
      return playhead.seek(Math.max(0, playhead.placeMs() + action.byMs));
    case "rate": {
      const next = filmRates[filmRates.indexOf(rate) + action.by];
      return next === undefined ? undefined : playhead.setRate(next);
    }
    default:
      return assertNever(action);
  }
}
