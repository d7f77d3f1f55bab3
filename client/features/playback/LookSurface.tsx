import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { text } from "#client/lib/text.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Point } from "#shared/playback/view.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { ClipPlayer } from "./clip-player.ts";
import type { Pointer } from "./pointers.ts";
import { createLookHands } from "./look-hands.ts";
import type { LookHands, Touch } from "./look-hands.ts";
import { arrowStep, ringAfterArrow, viewAfterArrow } from "./look-keys.ts";
import styles from "./LookSurface.module.css";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import { PointerRings } from "./PointerRings.tsx";

/** What lies over the picture to be touched. */
export interface LookSurfaceProps {
  readonly player: ClipPlayer;
  readonly snapshot: PlayerSnapshot;
  readonly me: ParticipantId;
  readonly members: readonly Member[];
  readonly isPointing: boolean;
  /** Whether these hands move anything; the rings of the others are seen by everybody. */
  readonly mayMove: boolean;
}

/** As long as this without a move, and a ring is gone: on the other screens too. */
const fadesAfterMs = 3_000;

/** The picture as something to look into: closer, about, and with a ring that points. */
export function LookSurface(props: LookSurfaceProps) {
  const { player, snapshot, me, members, isPointing, mayMove } = props;
  const { view } = snapshot;
  const surface = useRef<HTMLDivElement>(null);
  const others = usePointers(player);
  const [ring, setRing] = useFadingRing(isPointing);
  const [hands] = useState(() =>
    createLookHands({
      view: () => player.snapshot().view,
      setView: (next) => player.setView(next),
      point,
    }),
  );

  function point(at: Point | null) {
    setRing(at);
    player.pointAt(at);
  }

  useEffect(() => {
    hands.setPointing(isPointing);
    return () => hands.setPointing(false);
  }, [hands, isPointing]);
  useEffect(() => {
    const element = surface.current;
    if (element === null || !mayMove) return undefined;
    // Both must be able to refuse the browser's own zooming, which React's listeners cannot.
    const handleWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      hands.zoom(Math.exp(-event.deltaY / 200), placeOn(element, event));
    };
    const handleTouch = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault();
    };
    element.addEventListener("wheel", handleWheel, { passive: false });
    element.addEventListener("touchstart", handleTouch, { passive: false });
    return () => {
      element.removeEventListener("wheel", handleWheel);
      element.removeEventListener("touchstart", handleTouch);
    };
  }, [hands, mayMove]);

  function handleKeyDown(event: KeyboardEvent) {
    const step = event.altKey || event.ctrlKey || event.metaKey ? null : arrowStep(event);
    if (step === null) return;
    event.preventDefault();
    if (isPointing) point(ringAfterArrow(view, ring, step));
    else if (view.zoom > 1) player.setView(viewAfterArrow(view, step));
  }

  const rings = ring === null ? others : [...others, { by: me, at: ring }];
  const label = text(isPointing ? "playback.picture-keys-pointing" : "playback.picture-keys");
  const asTool = {
    tabIndex: 0,
    role: "application",
    "aria-label": label,
    "data-hand": handOf(isPointing, view.zoom > 1),
    onKeyDown: handleKeyDown,
    ...listenersFor(hands),
  };
  return (
    <div ref={surface} className={styles["surface"]} {...(mayMove ? asTool : {})}>
      <PointerRings pointers={rings} view={view} members={members} />
    </div>
  );
}

type OnPointer = (event: PointerEvent<HTMLElement>) => void;

function listenersFor(hands: LookHands): Partial<Record<`onPointer${string}`, OnPointer>> {
  return {
    onPointerDown: (event) => {
      if (event.button === 0) hands.down(touchOf(event));
    },
    onPointerMove: (event) => hands.move(touchOf(event)),
    onPointerUp: (event) => hands.up(touchOf(event)),
    onPointerCancel: (event) => hands.leave(touchOf(event)),
    onPointerLeave: (event) => hands.leave(touchOf(event)),
  };
}

function handOf(isPointing: boolean, isClose: boolean): "points" | "moves" | "rests" {
  if (isPointing) return "points";
  return isClose ? "moves" : "rests";
}

function touchOf(event: PointerEvent<HTMLElement>): Touch {
  return {
    pointerId: event.pointerId,
    isMouse: event.pointerType === "mouse",
    at: placeOn(event.currentTarget, event),
    timeStampMs: event.timeStamp,
  };
}

/** A place in the window as fractions of an element, never outside of it. */
function placeOn(
  element: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point {
  const box = element.getBoundingClientRect();
  const within = (at: number) => Math.max(0, Math.min(1, at));
  return {
    x: within((clientX - box.left) / box.width),
    y: within((clientY - box.top) / box.height),
  };
}

function usePointers(player: ClipPlayer): readonly Pointer[] {
  const [pointers, setPointers] = useState<readonly Pointer[]>([]);
  useEffect(() => player.onPointers(setPointers), [player]);
  return pointers;
}

/** One's own ring, gone when it has rested or one stops pointing. */
function useFadingRing(isPointing: boolean) {
  const [ring, setRing] = useState<Point | null>(null);
  useEffect(() => {
    if (ring === null) return undefined;
    const timer = setTimeout(() => setRing(null), isPointing ? fadesAfterMs : 0);
    return () => clearTimeout(timer);
  }, [ring, isPointing]);
  return [isPointing ? ring : null, setRing] as const;
}
