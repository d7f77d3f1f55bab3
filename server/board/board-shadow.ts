import * as Y from "yjs";
import { findShapeFault } from "./board-shape.ts";
import type { ShapeRefusal } from "./board-shape.ts";
import { openRoots } from "./board-roots.ts";
import { countSearches, mostSearchSteps } from "./guard-conflicts.ts";
import { serverOrigin } from "#shared/board/board-doc.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** An edit that may be stored. */
export interface ProposedEdit {
  /** What is new in it, in the server's own encoding; null when nothing is. */
  readonly written: Uint8Array | null;
  /** How far Yjs had to search for its places. */
  readonly searchSteps: number;
}

/**
 * A second document, one step ahead of the one that people see: it holds what is committed and what is
 * on its way to the disk. Edits are tried here, so that nothing has to be undone where it was seen.
 * After a refusal the shadow is spoilt and has to be made anew.
 */
export interface BoardShadow {
  readonly doc: Y.Doc;
  /** Tries an inspected update. */
  propose(bytes: Uint8Array): Result<ProposedEdit, ShapeRefusal | "malformed">;
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
  for (const update of updates) Y.applyUpdate(doc, update, serverOrigin);
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
        let searchSteps = 0;
        const apply = () => Y.applyUpdate(doc, bytes, "browser");
        const { fault, written } = capture(() => {
          searchSteps = countSearches(apply, mostSearchSteps);
        });
        return fault === null ? ok({ written, searchSteps }) : fail(fault);
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
