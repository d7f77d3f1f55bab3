import * as Y from "yjs";

/** The clock a document has reached for a client id; 0 when it knows nothing of it. */
export function stateOf(doc: Y.Doc, clientId: number): number {
  return Y.getState(doc.store, clientId);
}

/**
 * Answers for ranges in rising order whether all of `[clock, end)` is deleted already. It walks the
 * client's structs once, whatever the number of questions.
 */
export function deletedCursor(
  doc: Y.Doc,
  clientId: number,
): (clock: number, end: number) => boolean {
  const structs = doc.store.clients.get(clientId) ?? [];
  const state = stateOf(doc, clientId);
  let index = 0;
  return (clock, end) => {
    if (end > state) return false;
    index = Math.max(index, Y.findIndexSS(structs, clock));
    for (let struct = structs[index]; struct !== undefined; struct = structs[++index]) {
      if (!struct.deleted) return false;
      if (struct.id.clock + struct.length >= end) return true;
    }
    return true;
  };
}

/** The structs of `[clock, end)` of one client, in order. */
export function* structsBetween(
  doc: Y.Doc,
  clientId: number,
  clock: number,
  end: number,
): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(clientId);
  if (structs === undefined || clock >= end) return;
  for (let index = Y.findIndexSS(structs, clock); ; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return;
    yield struct;
  }
}
