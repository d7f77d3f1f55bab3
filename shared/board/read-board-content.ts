import * as Y from "yjs";
import type { BoardContent, ObservationContent } from "./board-content.ts";
import { boardVersion, focusOf, observationFields } from "./board-doc.ts";
import type { ObservationField } from "./board-doc.ts";
import { readAims, readEarlierAims, readObservations } from "./read-board.ts";
import type { ObservationView } from "./read-board.ts";

/**
 * What stands on a board now. Two documents that hold the same give the same, key by key and in the same
 * order, whatever way their changes came in.
 */
export function readBoardContent(doc: Y.Doc): BoardContent {
  return {
    boardVersion,
    helpingQuestion: wordsOf(focusOf(doc).get("helpingQuestion")),
    goals: readGoals(doc),
    observations: readObservations(doc).map(observationContent),
    aims: readAims(doc).map(({ aimId, fromObservationId, text, whereWhen }) => ({
      aimId,
      fromObservationId,
      text: wordsOf(text),
      whereWhen: wordsOf(whereWhen),
    })),
    earlierAims: readEarlierAims(doc).map(({ aimId, text, whereWhen, howDidItGo }) => ({
      aimId,
      text,
      whereWhen,
      howDidItGo: wordsOf(howDidItGo),
    })),
  };
}

function observationContent(view: ObservationView): ObservationContent {
  const { clipId, clipRev, frame } = view.anchor;
  const words = observationFields.map((field) => [field, wordsOf(view.texts[field])] as const);
  return {
    observationId: view.observationId,
    anchor: { clipId, clipRev, frame },
    endFrame: view.endFrame,
    turnFrames: [...view.turnFrames],
    drawing: view.drawing.map(({ colour, points }) => ({ colour, points: [...points] })),
    heldBy: view.heldBy,
    createdAtMs: view.createdAtMs,
    pinnedBy: [...view.pinnedBy],
    principleIds: [...view.principleIds],
    ...(view.engagement.length > 0 && { engagement: [...view.engagement] }),
    words: Object.fromEntries(words) as Record<ObservationField, string>, // each field once
  };
}

/** By id: the order in which a map gives its entries depends on the way they came in. */
function readGoals(doc: Y.Doc): BoardContent["goals"] {
  const goals = focusOf(doc).get("goals");
  if (!(goals instanceof Y.Map)) return [];
  return [...goals]
    .map(([goalId, text]) => ({ goalId, text: wordsOf(text) }))
    .sort((a, b) => (a.goalId < b.goalId ? -1 : 1));
}

function wordsOf(text: unknown): string {
  return text instanceof Y.Text ? text.toJSON() : "";
}
