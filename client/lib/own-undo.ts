import * as Y from "yjs";
import { rootNames } from "#shared/board/board-doc.ts";

/** Origin of every change this person makes here; undo follows it and nothing else. */
export const ownOrigin = Symbol("own change");

/** Letters typed within this time of each other are taken back together. */
const captureMs = 500;

/** Undo of this person's own changes anywhere on a board, never of what others or the server did. */
export function createOwnUndo(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(
    rootNames.map((name) => doc.getMap(name)),
    { trackedOrigins: new Set([ownOrigin]), captureTimeout: captureMs },
  );
}
