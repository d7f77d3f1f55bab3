import RefreshCw from "lucide-react/icons/refresh-cw";
import Wifi from "lucide-react/icons/wifi";
import type { RoomLink } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { StatusChip } from "#client/ui/StatusChip.tsx";

/** How this page's line to the room is, in words. */
export function LinkChip({ link }: { readonly link: RoomLink["kind"] }) {
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
