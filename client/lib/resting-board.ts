import type { BoardConnection } from "./board-connection.ts";

/** The same board to be read only, while it is signed: nothing done by way of this changes it. */
export function restingBoard(board: BoardConnection): BoardConnection {
  const resting: unknown = Object.create(board, { canWrite: { value: false } });
  return resting as BoardConnection; // everything else is the board's own
}
