import * as Y from "yjs";
import { findShapeFault } from "./board-shape.ts";
import type { ShapeRefusal } from "./board-shape.ts";
import { openRoots } from "./board-roots.ts";
import { PlaceSearches, mostSearchSteps } from "./guard-conflicts.ts";
import { serverOrigin } from "#shared/board/board-doc.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/**
 * A second document, one step ahead of the one that people see: it holds what is committed and what is
 * on its way to the disk. Edits are tried here, so that nothing has to be undone where it was seen.
 * After a refusal the shadow is spoilt and has to be made anew.
 */
export interface BoardShadow {
  readonly doc: Y.Doc;
  /** Tries an inspected update; the value is what is new in it, in the server's own encoding, or null. */
  propose(bytes: Uint8Array): Result<Uint8Array | null, ShapeRefusal | "malformed">;
  /** Makes a change of the server's own. */
  edit(change: (doc: Y.Doc) => void): Uint8Array | null;
  destroy(): void;
}

/** Makes a shadow of everything in `updates`; `serverClientId` is the id the server writes under. */
export function createBoardShadow(
  updates: readonly Uint8Array[],
  serverClientId: number,
): BoardShadow {
  const doc = new Y.Doc();
  openRoots(doc);
  const searches = new PlaceSearches();
  searches.count(() => {
    for (const update of updates) Y.applyUpdate(doc, update, serverOrigin);
  }, Infinity);
  doc.clientID = serverClientId; // only now: a document that reads its own id's past would change the id
  let current: Outcome = { fault: null, written: null };
  doc.on("afterTransaction", (transaction) => {
    if (!transaction.local) current.fault = findShapeFault(transaction);
  });
  doc.on("update", (update: Uint8Array) => {
    current.written = update;
  });

  function capture(change: () => void): Outcome {
    const outcome: Outcome = { fault: null, written: null };
    current = outcome;
    change();
    return outcome;
  }

  return {
    doc,
    propose: (bytes) => {
      try {
        const { fault, written } = capture(() =>
          searches.count(() => Y.applyUpdate(doc, bytes, "browser"), mostSearchSteps),
        );
        return fault === null ? ok(written) : fail(fault);
      } catch {
        return fail("malformed"); // Yjs stumbled over it: the caller closes the sender with this reason
      }
    },
    edit: (change) => capture(() => doc.transact(() => change(doc), serverOrigin)).written,
    destroy: () => doc.destroy(),
  };
}

interface Outcome {
  fault: ShapeRefusal | null;
  written: Uint8Array | null;
}
