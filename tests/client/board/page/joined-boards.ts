import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { BoardLink } from "#client/lib/board-connection.ts";
import { createOwnUndo, ownOrigin } from "#client/lib/own-undo.ts";

const remoteOrigin = "remote";

/** One side of two boards that are joined in memory. */
export interface Side {
  readonly link: BoardLink;
  /** Takes in what the other side has done while they were apart. */
  readonly catchUp: () => void;
}

/** A board's link whose changes reach `other` at once while `isJoined` says so. */
export function joinBoards(
  names: readonly [string, string],
  isJoined: () => boolean,
): readonly [Side, Side] {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const sides = docs.map((doc, n) => {
    const other = n === 0 ? docs[1] : docs[0];
    const awareness = new Awareness(doc);
    const participantId = `00000000-0000-4000-8000-00000000000${n}`;
    awareness.setLocalState({
      user: { participantId, name: names[n], role: n === 0 ? "guider" : "practitioner" },
    });
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== remoteOrigin && isJoined()) Y.applyUpdate(other, update, remoteOrigin);
    });
    const link: BoardLink = {
      doc,
      awareness,
      canWrite: true,
      change: (work) => doc.transact(work, ownOrigin),
      undo: createOwnUndo(doc),
      setCaret: (focus) => awareness.setLocalStateField("focus", focus),
      dismissLeftover: () => undefined,
    };
    const catchUp = () =>
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), remoteOrigin);
    return { link, catchUp };
  });
  const [left, right] = sides as unknown as [Side, Side]; // two documents make two sides
  pass(left.link.awareness, right.link.awareness);
  pass(right.link.awareness, left.link.awareness);
  return [left, right];
}

function pass(from: Awareness, to: Awareness) {
  const send = () =>
    applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), remoteOrigin);
  from.on("update", (_change: unknown, origin: unknown) => {
    if (origin !== remoteOrigin) send();
  });
  send();
}
