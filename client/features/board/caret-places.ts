import * as Y from "yjs";

/** Somebody else's caret, as their browser last told it. */
export interface RemoteCaret {
  readonly clientId: number;
  readonly participantId: string;
  readonly name: string;
  readonly path: string;
  readonly anchor: unknown;
  readonly head: unknown;
}

/** A caret at a place in the words now shown. */
export interface PlacedCaret extends RemoteCaret {
  readonly index: number;
}

/**
 * Where the others' carets stand in this text, in order. One that names no place of this text (anything
 * can come from another browser) is not drawn.
 */
export function placeCarets(carets: readonly RemoteCaret[], text: Y.Text): PlacedCaret[] {
  return carets
    .flatMap((caret) => {
      const index = placeOf(caret.head, text);
      return index === null ? [] : [{ ...caret, index }];
    })
    .sort((a, b) => a.index - b.index);
}

function placeOf(head: unknown, text: Y.Text): number | null {
  if (text.doc === null || typeof head !== "object" || head === null) return null;
  try {
    const position = Y.createRelativePositionFromJSON(head);
    const place = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
    return place?.type === text ? place.index : null;
  } catch {
    return null; // not a relative position: there is nothing to draw
  }
}
