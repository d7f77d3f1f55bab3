import { useMemo } from "react";
import { useEnding } from "#client/features/signing/use-ending.ts";
import type { BoardConnection } from "#client/lib/board-connection.ts";
import { restingBoard } from "#client/lib/resting-board.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";

/** The board as this page may use it now: to be read only while it is signed. */
export function useRestingBoard(
  connection: RoomConnection,
  board: BoardConnection | null,
): BoardConnection | null {
  const isSigned = useEnding(connection).signed !== null;
  return useMemo(
    () => (board !== null && isSigned ? restingBoard(board) : board),
    [board, isSigned],
  );
}
