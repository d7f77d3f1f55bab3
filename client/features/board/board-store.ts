import * as Y from "yjs";
import type { BoardLink } from "#client/lib/board-connection.ts";
import { aimsOf, focusOf, observationsOf, rootNames } from "#shared/board/board-doc.ts";
import { readAims, readEarlierAims, readObservations } from "#shared/board/read-board.ts";
import type { AimView, EarlierAimView, ObservationView } from "#shared/board/read-board.ts";
import { boardPresenceSchema } from "#shared/protocol/board-socket.ts";
import type { RemoteCaret } from "./caret-places.ts";

/** Somebody else who wrote within the last `writingMs`, and in which field. */
export interface Writer {
  readonly participantId: string;
  readonly name: string;
  readonly path: string;
}

/** The board as the screen follows it. Texts are live: `useText` follows their words. */
export interface BoardView {
  readonly observations: readonly ObservationView[];
  readonly aims: readonly AimView[];
  /** The aims of the cycle before. */
  readonly earlierAims: readonly EarlierAimView[];
  readonly helpingQuestion: Y.Text | null;
  readonly goals: readonly { readonly goalId: string; readonly text: Y.Text }[];
  readonly carets: readonly RemoteCaret[];
  /** Others who are writing now: "Sam is writing - play?" asks by it. */
  readonly writers: readonly Writer[];
}

/** For how long after a letter somebody counts as writing. */
export const writingMs = 5_000;

/** A view with nothing in it, for before the board has come. */
export const emptyBoard: BoardView = {
  observations: [],
  aims: [],
  earlierAims: [],
  helpingQuestion: null,
  goals: [],
  carets: [],
  writers: [],
};

/** What React subscribes to. */
export interface BoardStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => BoardView;
}

/** Follows a connection's document and the others' carets while somebody listens. */
export function createBoardStore(connection: BoardLink): BoardStore {
  const { doc, awareness } = connection;
  const listeners = new Set<() => void>();
  const lastWrote = new Map<string, { writer: Writer; timer: ReturnType<typeof setTimeout> }>();
  let view: BoardView = { ...emptyBoard, ...readContent(doc), carets: readCarets(connection) };

  function update(change: Partial<BoardView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function tellWriters() {
    update({ writers: [...lastWrote.values()].map(({ writer }) => writer) });
  }

  function noteWriting(path: string) {
    for (const { participantId, name, path: at } of view.carets) {
      if (at !== path) continue;
      const before = lastWrote.get(participantId);
      if (before !== undefined) clearTimeout(before.timer);
      const timer = setTimeout(() => {
        lastWrote.delete(participantId);
        tellWriters();
      }, writingMs);
      lastWrote.set(participantId, { writer: { participantId, name, path }, timer });
      if (before?.writer.path !== path) tellWriters();
    }
  }

  const watchers = rootNames.map((name) => {
    const root = doc.getMap(name);
    const watch = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (events.some((event) => !(event.target instanceof Y.Text))) update(readContent(doc));
      if (transaction.local) return;
      for (const event of events) {
        if (event.target instanceof Y.Text) noteWriting([name, ...event.path].join("/"));
      }
    };
    return {
      start: () => root.observeDeep(watch as Parameters<typeof root.observeDeep>[0]), // same events, any type
      stop: () => root.unobserveDeep(watch as Parameters<typeof root.observeDeep>[0]), // as above
    };
  });
  const followCarets = (change: Record<"added" | "updated" | "removed", number[]>) => {
    const isOthers = Object.values(change)
      .flat()
      .some((clientId) => clientId !== doc.clientID);
    if (isOthers) update({ carets: readCarets(connection) });
  };

  function start() {
    for (const watcher of watchers) watcher.start();
    awareness.on("change", followCarets);
    view = { ...view, ...readContent(doc), carets: readCarets(connection) };
  }

  function stop() {
    for (const watcher of watchers) watcher.stop();
    awareness.off("change", followCarets);
    for (const { timer } of lastWrote.values()) clearTimeout(timer);
    lastWrote.clear();
    view = { ...view, writers: [] };
  }

  return {
    getSnapshot: () => view,
    subscribe(listener) {
      if (listeners.size === 0) start();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

function readContent(doc: Y.Doc) {
  observationsOf(doc);
  aimsOf(doc);
  const helpingQuestion = focusOf(doc).get("helpingQuestion");
  const goals = focusOf(doc).get("goals");
  return {
    observations: readObservations(doc),
    aims: readAims(doc),
    earlierAims: readEarlierAims(doc),
    helpingQuestion: helpingQuestion instanceof Y.Text ? helpingQuestion : null,
    goals:
      goals instanceof Y.Map
        ? [...goals].flatMap(([goalId, text]) => (text instanceof Y.Text ? [{ goalId, text }] : []))
        : [],
  };
}

function readCarets({ awareness, doc }: BoardLink): RemoteCaret[] {
  return [...awareness.getStates()].flatMap(([clientId, state]) => {
    if (clientId === doc.clientID) return [];
    const presence = boardPresenceSchema.safeParse(state);
    if (!presence.success || !presence.data.focus) return [];
    const { participantId, name } = presence.data.user;
    return [{ clientId, participantId, name, ...presence.data.focus }];
  });
}
