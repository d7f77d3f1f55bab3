import { useSyncExternalStore } from "react";
import type { RoomConnection, RoomLink } from "./room-connection.ts";
import type { RoomNews, RoomTellName } from "./room-messages.ts";

/** The last thing the room told under a name, drawn anew when it changes. */
export function useRoomNews<Name extends RoomTellName>(
  connection: RoomConnection,
  name: Name,
): RoomNews<Name> | null {
  const latest = () => connection.latest(name);
  return useSyncExternalStore((listener) => connection.on(name, listener), latest, latest);
}

/** How the line to the room is. */
export function useRoomLink(connection: RoomConnection): RoomLink {
  return useSyncExternalStore(
    (listener) => connection.onLink(listener),
    () => connection.link(),
  );
}
