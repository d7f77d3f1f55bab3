import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Text } from "yjs";
import { BoardConnection } from "#client/lib/board-connection.ts";
import type {
  BoardConnectionOptions,
  BoardLink,
  BoardStatus,
} from "#client/lib/board-connection.ts";
import { createBoardStore, emptyBoard } from "./board-store.ts";
import type { BoardView } from "./board-store.ts";

/** What `useBoardConnection` needs. */
export type BoardSeat = Pick<
  BoardConnectionOptions,
  "reviewId" | "boardEpoch" | "tabId" | "canWrite"
>;

/** A connection that stands while somebody follows it: opened by the first, closed after the last. */
function createConnectionHolder(seat: BoardSeat) {
  let connection: BoardConnection | null = null;
  return {
    getSnapshot: () => connection,
    subscribe: () => {
      connection = new BoardConnection(seat);
      return () => {
        connection?.close({ forgetUnsent: false });
        connection = null;
      };
    },
  };
}

/** Opens the board while the component stands, and closes it after; null for the first moment. */
export function useBoardConnection(seat: BoardSeat): BoardConnection | null {
  const { reviewId, boardEpoch, tabId, canWrite } = seat;
  const holder = useMemo(
    () => createConnectionHolder({ reviewId, boardEpoch, tabId, canWrite }),
    [reviewId, boardEpoch, tabId, canWrite],
  );
  return useSyncExternalStore(holder.subscribe, holder.getSnapshot);
}

const noStore = { subscribe: () => () => undefined, getSnapshot: () => emptyBoard };

/** The board's observations, aims, focus and the others' carets, live. */
export function useBoard(connection: BoardLink | null): BoardView {
  const store = useMemo(
    () => (connection === null ? noStore : createBoardStore(connection)),
    [connection],
  );
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

const opening: BoardStatus = {
  save: { kind: "opening" },
  isStoredInTab: true,
  leftover: [],
  isLoaded: false,
};
const neverChanges = () => () => undefined;
const getOpening = () => opening;

/** Whether what was written is kept, honestly, live. */
export function useBoardStatus(connection: BoardConnection | null): BoardStatus {
  return useSyncExternalStore(
    connection?.subscribe ?? neverChanges,
    connection?.getStatus ?? getOpening,
  );
}

/** The words of a shared text, live. */
export function useText(text: Text): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
    [text],
  );
  const words = () => text.toJSON();
  return useSyncExternalStore(subscribe, words, words);
}
