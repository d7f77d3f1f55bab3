import { useEffect, useState } from "react";
import { onTold, openSocket } from "#client/lib/socket.ts";
import { deskTells } from "#shared/protocol/door-events.ts";
import type { Knock } from "#shared/protocol/door-events.ts";

/** Who is at the guider's doors now, first come first. Only for a page of a signed-in guider. */
export function useDesk(): readonly Knock[] {
  const [knocks, setKnocks] = useState<readonly Knock[]>([]);
  useEffect(() => {
    const socket = openSocket("/desk");
    const stopHearing = onTold(socket, "knocks:changed", deskTells["knocks:changed"], (told) => {
      setKnocks(told.toSorted((one, other) => one.askedAtMs - other.askedAtMs));
    });
    return () => {
      stopHearing();
      socket.disconnect();
    };
  }, []);
  return knocks;
}
