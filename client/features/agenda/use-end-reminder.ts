import { useEffect, useState, useSyncExternalStore } from "react";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { createEndReminder } from "./end-reminder.ts";
import type { EndReminder, ReminderSnapshot } from "./end-reminder.ts";

/** A guider's reminder and how it stands. */
export interface ShownReminder extends ReminderSnapshot, Pick<EndReminder, "choose" | "dismiss"> {}

const browserPlaces = () => ({ choices: window.localStorage, meetings: window.sessionStorage });

/** The guider's quiet end reminder, counted from when both are there; for nobody else there is none. */
export function useEndReminder(connection: RoomConnection, room: Room): ShownReminder | null {
  const [reminder] = useState(() => createEndReminder(room.reviewId, browserPlaces));
  const snapshot = useSyncExternalStore(reminder.subscribe, reminder.snapshot, reminder.snapshot);
  const members = useRoomNews(connection, "members:changed") ?? [];
  const isGuider = room.me.role === "guider";
  const areBothHere =
    isGuider && members.some(({ role, link }) => role === "practitioner" && link === "here");
  useEffect(() => {
    if (areBothHere) reminder.begin();
  }, [areBothHere, reminder]);
  return isGuider ? { ...snapshot, choose: reminder.choose, dismiss: reminder.dismiss } : null;
}
