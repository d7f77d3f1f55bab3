import * as Y from "yjs";
import { openRoots } from "./board-roots.ts";
import { serverOrigin } from "#shared/board/board-doc.ts";

/** A document that is nothing but its bytes while nobody needs it: a tenth of the memory for each quiet room. */
export class RestingDoc {
  #doc: Y.Doc | null;
  #bytes: readonly Uint8Array[] = [];

  /** A document of everything in `updates`. */
  constructor(updates: readonly Uint8Array[]) {
    this.#doc = makeDoc(updates);
  }

  /** The document itself, made anew when it rested; use it in the same tick. */
  get awake(): Y.Doc {
    this.#doc ??= makeDoc(this.#bytes);
    this.#bytes = [];
    return this.#doc;
  }

  /** Lets go of the document and keeps its bytes. */
  rest(): void {
    if (this.#doc === null) return;
    this.#bytes = [Y.encodeStateAsUpdate(this.#doc)];
    this.destroy();
  }

  destroy(): void {
    this.#doc?.destroy();
    this.#doc = null;
  }
}

function makeDoc(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  openRoots(doc);
  doc.transact(() => {
    for (const bytes of updates) Y.applyUpdate(doc, bytes, serverOrigin);
  }, serverOrigin);
  return doc;
}
