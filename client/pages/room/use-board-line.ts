import { useEffect } from "react";
import { announce } from "#client/lib/announce.ts";
import type { BoardConnection } from "#client/lib/board-connection.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";

/** The board's line follows the room's: opened again with it, and closed when the room is. */
export function useBoardLine(room: RoomConnection, board: BoardConnection | null): void {
  // The room's heartbeat notices a dead line long before the board's socket would.
  useEffect(() => {
    let wasLost = false;
    return room.onLink(({ kind }) => {
      // Lost: the board's socket is as dead as the room's. Back: it need not wait for its next try.
      if (kind === "lost" || (kind === "here" && wasLost)) board?.reconnectNow();
      wasLost = kind === "lost";
    });
  }, [room, board]);
  useEffect(
    () =>
      room.on("room:closed", ({ reason }) => {
        if (reason !== "server-restarting") board?.close({ forgetUnsent: true });
      }),
    [room, board],
  );
}

/** Says to a screen reader that somebody else has held a moment. */
export function useHeldAnnouncements(room: RoomConnection, me: string): void {
  useEffect(
    () =>
      room.on("moment:held", ({ by }) => {
        const holder = room.latest("members:changed")?.find((one) => one.participantId === by);
        if (by !== me && holder !== undefined) {
          announce(text("room.held", { name: holder.name }));
        }
      }),
    [room, me],
  );
}
