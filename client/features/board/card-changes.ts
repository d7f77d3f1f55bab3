import type { BoardLink } from "#client/lib/board-connection.ts";
import { observationsOf } from "#shared/board/board-doc.ts";
import type { EngagementArea, Stroke } from "#shared/board/board-doc.ts";

/** What both may set on a card, beside its words. */
export interface CardValues {
  readonly principleIds: readonly string[];
  readonly order: number;
  readonly endFrame: number | null;
  readonly turnFrames: readonly number[];
  readonly drawing: readonly Stroke[];
  readonly engagement: readonly EngagementArea[];
}

/** New values for one card. */
export interface CardChange {
  readonly observationId: string;
  readonly values: Partial<CardValues>;
}

/** Sets values on cards: one step for undo, apart from what was done just before and after it. */
export function changeCards(
  link: Pick<BoardLink, "doc" | "change" | "undo">,
  changes: readonly CardChange[],
): void {
  link.undo.stopCapturing();
  link.change(() => {
    for (const { observationId, values } of changes) {
      const card = observationsOf(link.doc).get(observationId);
      for (const [key, value] of Object.entries(values)) card?.set(key, value);
    }
  });
  link.undo.stopCapturing();
}
