import type * as Y from "yjs";
import { aimsOf, earlierAimsOf, focusOf, observationsOf } from "#shared/board/board-doc.ts";

/** Gives the roots their types; until then Yjs holds them as untyped. */
export function openRoots(doc: Y.Doc): void {
  observationsOf(doc);
  aimsOf(doc);
  earlierAimsOf(doc);
  focusOf(doc);
}
