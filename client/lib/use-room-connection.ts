import { useMemo, useSyncExternalStore } from "react";
import { openRoomConnection } from "./room-connection.ts";
import type { RoomAddress, RoomConnection } from "./room-connection.ts";

/** The line to a room while the component stands: opened with it, closed after it; null at first. */
export function useRoomConnection({ reviewId, tabId }: RoomAddress): RoomConnection | null {
  const holder = useMemo(() => createHolder({ reviewId, tabId }), [reviewId, tabId]);
  return useSyncExternalStore(holder.subscribe, holder.getSnapshot);
}

function createHolder(address: RoomAddress) {
  let connection: RoomConnection | null = null;
  return {
    getSnapshot: () => connection,
    subscribe: () => {
      connection = openRoomConnection(address);
      return () => {
        connection?.close();
        connection = null;
      };
    },
  };
}
