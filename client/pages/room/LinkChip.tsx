import RefreshCw from "lucide-react/icons/refresh-cw";
import Wifi from "lucide-react/icons/wifi";
import WifiLow from "lucide-react/icons/wifi-low";
import type { RoomLink } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { StatusChip } from "#client/ui/StatusChip.tsx";

export interface LinkChipProps {
  readonly link: RoomLink["kind"];
  /** How the call gets on, when that is worth saying. */
  readonly callWords: string | null;
}

/** How this page's line to the room is, in words. */
export function LinkChip({ link, callWords }: LinkChipProps) {
  if (link === "here" && callWords !== null) {
    return (
      <StatusChip tone="attention" icon={<WifiLow size={16} />}>
        {callWords}
      </StatusChip>
    );
  }
  if (link === "here") {
    return (
      <StatusChip isTight tone="good" icon={<Wifi size={16} />}>
        {text("room.connection.here")}
      </StatusChip>
    );
  }
  const words = link === "connecting" ? "room.connection.connecting" : "room.connection.lost";
  return (
    <StatusChip tone="attention" icon={<RefreshCw size={16} />}>
      {text(words)}
    </StatusChip>
  );
}
