import * as Y from "yjs";

/** Answers for updates whether a document holds all of them, deletions too, without applying anything. */
export function createContains(doc: Y.Doc): (update: Uint8Array) => boolean {
  const deleted = Y.createDeleteSetFromStructStore(doc.store);
  const hasDeleted = (client: number, clock: number) =>
    Y.isDeleted(deleted, Y.createID(client, clock));
  return (update) => {
    for (const [client, end] of Y.parseUpdateMeta(update).to) {
      if (end > Y.getState(doc.store, client)) return false;
    }
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at += 1) if (!hasDeleted(client, at)) return false;
      }
    }
    return true;
  };
}
