import type * as Y from "yjs";
import type { BoardLink } from "#client/lib/board-connection.ts";
import { boardLimits, observationsOf } from "#shared/board/board-doc.ts";
import type { Stroke } from "#shared/board/board-doc.ts";
import { changeCards } from "./card-changes.ts";
import { isSameStroke } from "./still-strokes.ts";

type DrawingLink = Pick<BoardLink, "doc" | "change" | "undo">;

/** By then every change that crossed with this one has come. */
const crossingMs = 10_000;

/**
 * Puts a stroke on a moment's picture. A drawing is one value of its card, so of two that are kept at one
 * moment only one would stand: the stroke that fell out is put back by the browser it came from.
 */
export function keepStroke(link: DrawingLink, observationId: string, stroke: Stroke): void {
  const card = observationsOf(link.doc).get(observationId);
  if (card === undefined || !add(link, observationId, stroke)) return;
  const watch = ({ keysChanged }: Y.YMapEvent<unknown>, { local }: Y.Transaction) => {
    if (!keysChanged.has("drawing")) return;
    if (local) stop(); // this person has gone on: took it back, or drew more
    else if (!drawingOf(card).some((one) => isSameStroke(one, stroke))) {
      stop();
      queueMicrotask(() => keepStroke(link, observationId, stroke)); // a change may not be made in an observer
    }
  };
  const timer = setTimeout(stop, crossingMs);
  function stop(): void {
    clearTimeout(timer);
    card?.unobserve(watch);
  }
  card.observe(watch);
}

/** Takes every stroke of one colour off a moment's picture. */
export function takeAwayStrokes(link: DrawingLink, observationId: string, colour: number): void {
  const card = observationsOf(link.doc).get(observationId);
  if (card === undefined) return;
  const drawing = drawingOf(card).filter((stroke) => stroke.colour !== colour);
  changeCards(link, [{ observationId, values: { drawing } }]);
}

function add(link: DrawingLink, observationId: string, stroke: Stroke): boolean {
  const card = observationsOf(link.doc).get(observationId);
  const before = card === undefined ? [] : drawingOf(card);
  if (before.length >= boardLimits.strokes) return false;
  changeCards(link, [{ observationId, values: { drawing: [...before, stroke] } }]);
  return true;
}

const drawingOf = (card: Y.Map<unknown>) => card.get("drawing") as readonly Stroke[]; // the guard admits nothing else
