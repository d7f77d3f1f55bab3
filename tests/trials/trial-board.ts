import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { pino } from "pino";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { BoardConnection } from "#server/board/board-connection.ts";
import type { BoardSeat } from "#server/board/board-member.ts";
import { Board } from "#server/board/board.ts";
import type { BoardLog, ClientOwner } from "#server/storage/stores.ts";
import { addAim, addObservation, seedBoard } from "#shared/board/board-doc.ts";
import { journeyIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";

/** The client id under which the server writes on the boards of trials. */
export const serverClientId = 11;

/** The server's board as it is, over a log that keeps everything in memory. */
export interface TrialBoard {
  readonly board: Board;
  /** Opens a connection for one of the two people, who hears what the server sends. */
  readonly connect: (
    person: "guider" | "practitioner",
    onFrame?: (frame: Uint8Array) => void,
  ) => TrialConnection;
  /** Resolves when everything so far is committed and told. */
  readonly settled: () => Promise<void>;
}

/** A connection of the server's whose socket is two functions. */
export interface TrialConnection {
  /** Gives the server one frame, as the socket would. */
  readonly receive: (frame: Uint8Array) => void;
  /** The code the server closed it with, or null. */
  readonly closedWith: () => number | null;
  /** The person's side goes. */
  readonly leave: () => void;
}

const log = pino({ level: "silent" });
const reviewId = reviewIdSchema.parse(randomUUID());
const journeyId = journeyIdSchema.parse(randomUUID());
const people = {
  guider: participantIdSchema.parse(randomUUID()),
  practitioner: participantIdSchema.parse(randomUUID()),
};

function createMemoryLog(): BoardLog {
  let seq = 0;
  return {
    create: () => Promise.resolve(false),
    load: () => Promise.resolve(null),
    append: () => Promise.resolve((seq += 1)),
    compact: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** What a board of so many observations, with aims and goals or without, holds before anybody wrote on it. */
export function seedTrialBoard(observations: number, hasAims = true): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = serverClientId;
  const goals = hasAims ? [{ goalId: randomUUID(), text: "to be heard" }] : [];
  const earlierAims = hasAims
    ? [{ aimId: randomUUID(), text: "to wait", whereWhen: "at snack" }]
    : [];
  seedBoard(doc, { helpingQuestion: "What helps Ada to ask?", goals, earlierAims });
  for (let order = 1; order <= observations; order += 1) {
    const anchor = { clipId: randomUUID(), clipRev: "a".repeat(64), frame: order };
    const heldBy = people.guider;
    addObservation(doc, { observationId: randomUUID(), anchor, heldBy, createdAtMs: 0, order });
  }
  for (const order of hasAims ? [1, 2] : []) {
    addAim(doc, { aimId: randomUUID(), text: "to wait", order, fromObservationId: null });
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Opens the server's board on a snapshot; client ids in it that are nobody's yet are free. */
export function openTrialBoard(snapshot: Uint8Array, clock: () => number): TrialBoard {
  const owners: ClientOwner[] = [{ clientId: serverClientId, participantId: "server" }];
  const stored = { epoch: randomUUID(), snapshot, updates: [], owners, lastSeq: 1 };
  const board = new Board(stored, {
    reviewId,
    boardLog: createMemoryLog(),
    log,
    nowMs: clock,
    freshClientId: () => serverClientId,
    onWritten: () => undefined,
    onFocus: () => undefined,
  });
  return {
    board,
    connect: (person, onFrame = () => undefined) => connectTo(board, person, clock, onFrame),
    settled: () => board.flushed(),
  };
}

function connectTo(
  board: Board,
  person: keyof typeof people,
  clock: () => number,
  send: (frame: Uint8Array) => void,
): TrialConnection {
  let closedWith: number | null = null;
  const socket = Object.assign(new EventEmitter(), {
    bufferedAmount: 0,
    send,
    ping: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    terminate: () => undefined,
    close: (code: number) => {
      closedWith = code;
    },
  });
  const seat: BoardSeat = {
    reviewId,
    journeyId,
    participantId: people[person],
    sessionId: person,
    tokenHash: "",
    tabId: randomUUID(),
    name: person,
    role: person,
    principal: { kind: "none" },
    guiderId: people.guider,
  };
  // a connection needs no more of a socket than the above
  const webSocket = socket as unknown as WebSocket;
  const ports = { board, log, monotonicMs: clock };
  const connection = new BoardConnection(webSocket, seat, true, ports);
  return {
    receive: (frame) => void socket.emit("message", Buffer.from(frame), true),
    closedWith: () => closedWith,
    leave: () => {
      if (closedWith === null) connection.close(1000);
    },
  };
}
