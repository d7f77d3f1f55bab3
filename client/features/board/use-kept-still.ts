import { useEffect, useState } from "react";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";

/** The address in memory of a moment's kept picture; null until it is there, or where there is none. */
export function useKeptStill({ observationId, anchor, still }: ObservationView): string | null {
  const { keptStill } = useBoardRoom();
  const [kept, setKept] = useState<{ sha256: string; address: string } | null>(null);
  const { clipId } = anchor;
  const sha256 = still?.sha256 ?? null;

  useEffect(() => {
    if (sha256 === null) return undefined;
    let isWanted = true;
    void keptStill({ sha256, clipId, observationId }).then((address) => {
      if (isWanted && address !== null) setKept({ sha256, address });
    });
    return () => {
      isWanted = false;
    };
  }, [keptStill, sha256, clipId, observationId]);

  return kept?.sha256 === sha256 ? (kept?.address ?? null) : null;
}
