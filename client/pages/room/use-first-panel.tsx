import type { ReactNode } from "react";
import { FirstPanel } from "#client/features/first/FirstPanel.tsx";
import { useFirstStep } from "#client/features/first/use-first-step.ts";
import type { BoardView } from "#client/features/board/board-store.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { Moments } from "./use-moments.ts";

interface FirstPanelParts {
  readonly room: Room;
  readonly line: RoomConnection;
  readonly members: readonly Member[];
  readonly snapshot: PlayerSnapshot;
  readonly moments: Moments;
  readonly board: BoardView;
  readonly status: BoardStatus;
}

/** What stands in place of this moment's card while a clip is new; null: the card. */
export function useFirstPanel(parts: FirstPanelParts): ReactNode {
  const { room, line, snapshot, status, board } = parts;
  const clipId = snapshot.timeline?.clipId ?? null;
  const step = useFirstStep(
    line,
    status.isLoaded ? clipId : null,
    board.observations.map(({ anchor }) => anchor.clipId),
  );
  if (step === null || clipId === null) return null;
  return (
    <FirstPanel
      step={step}
      connection={line}
      clipId={clipId}
      role={room.me.role}
      practitionerName={room.practitionerName}
      guiderName={guiderOf(parts.members)}
      onWrite={parts.moments.hold}
    />
  );
}

/** The guider's name; empty before anybody has come. */
export const guiderOf = (members: readonly Member[]): string =>
  members.find(({ role }) => role === "guider")?.name ?? "";
