import { useEffect, useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { boardLimits } from "#shared/board/board-doc.ts";
import type { Stroke } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { keepStroke, takeAwayStrokes } from "./still-drawing.ts";

/** As long as this after its last change, and a stroke that nobody kept is gone. */
const fadesAfterMs = 6_000;

/** What one person draws on a moment's picture: a stroke that fades unless it is kept. */
export function useStillDrawing({ observationId, drawing, still }: ObservationView) {
  const { connection, people, me } = useBoardRoom();
  const colour = people.find((one) => one.participantId === me)?.colour ?? 0;
  const [pending, setPending] = useState<Stroke | null>(null);
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (pending === null || isHeld) return undefined;
    const timer = setTimeout(() => setPending(null), fadesAfterMs);
    return () => clearTimeout(timer);
  }, [pending, isHeld]);

  const isFull = drawing.length >= boardLimits.strokes;
  const draw = (stroke: Stroke | null, hand: "held" | "let-go") => {
    setPending(stroke);
    setHeld(hand === "held");
  };
  const keep = () => {
    if (pending === null) return announce(text("still.nothing"));
    if (isFull) return announce(text("still.full"));
    keepStroke(connection, observationId, pending);
    setPending(null);
    announce(text("still.kept"));
  };
  const takeAway = () => {
    takeAwayStrokes(connection, observationId, colour);
    announce(text("still.taken"));
  };

  return {
    colour,
    pending,
    mayDraw: connection.canWrite && still !== null,
    isFull,
    hasOwn: drawing.some((stroke) => stroke.colour === colour),
    /** `held`: still under the hand, so that it does not fade. */
    draw,
    keep,
    takeAway,
  };
}

/** What `useStillDrawing` answers. */
export type StillDrawing = ReturnType<typeof useStillDrawing>;
