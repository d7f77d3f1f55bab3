import { BoardPanel } from "#client/features/board/BoardPanel.tsx";
import type { BoardView } from "#client/features/board/board-store.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import type { Playback } from "#client/features/playback/use-playback.ts";
import type { BoardConnection, BoardStatus } from "#client/lib/board-connection.ts";
import type { RoomAnswer } from "#client/lib/room-messages.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { ObservationId } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { Moments } from "./use-moments.ts";
import { useStills } from "./use-stills.ts";

export interface RoomBoardProps {
  readonly room: Room;
  readonly members: readonly Member[];
  readonly playback: Playback;
  readonly snapshot: PlayerSnapshot;
  readonly moments: Moments;
  readonly connection: BoardConnection;
  readonly board: BoardView;
  readonly status: BoardStatus;
  readonly askAim: (from: ObservationId | null) => Promise<RoomAnswer<"aim:add">>;
}

/** The board with what it needs of the room: stills, names, going to a moment, new aims. */
export function RoomBoard(props: RoomBoardProps) {
  const { room, members, playback, moments } = props;
  const drawStill = useStills(props.snapshot);

  async function addAim(fromObservationId: string | null): Promise<string | null> {
    const from = fromObservationId === null ? null : observationIdSchema.parse(fromObservationId);
    const answer = await props.askAim(from);
    return answer.ok ? answer.value.aimId : null;
  }

  return (
    <BoardPanel
      connection={props.connection}
      board={props.board}
      status={props.status}
      people={members}
      childName={room.childName}
      practitionerName={room.me.role === "practitioner" ? null : room.practitionerName}
      currentId={moments.currentId}
      heldByMe={moments.heldByMe}
      onFocusTaken={moments.onFocusTaken}
      positionMsOf={moments.positionMsOf}
      drawStill={drawStill}
      onVisit={moments.visit}
      onAddAim={addAim}
      onLeaveField={() => document.getElementById("video")?.focus()}
      onPlayTogether={() => playback.player.toggle()}
    />
  );
}
