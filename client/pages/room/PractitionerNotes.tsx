import { clipTime } from "#client/lib/clip-time.ts";
import { OwnNotesPanel } from "#client/features/notes/OwnNotesPanel.tsx";
import type { BoardView } from "#client/features/board/board-store.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Moments } from "./use-moments.ts";
import styles from "./Room.module.css";

interface PractitionerNotesProps {
  readonly room: Room;
  readonly board: BoardView;
  readonly moments: Moments;
}

/** The practitioner's own notes under the board, on the moment that is open; nothing for anybody else. */
export function PractitionerNotes({ room, board, moments }: PractitionerNotesProps) {
  if (room.me.role !== "practitioner") return null;
  const open = board.observations.find((one) => one.observationId === moments.currentId);
  const positionMs = open === undefined ? null : moments.positionMsOf(open.anchor);
  const time = positionMs === null ? null : clipTime(positionMs);
  return (
    <div className={styles["ownNotes"]}>
      <OwnNotesPanel
        reviewId={room.reviewId}
        moment={open === undefined ? null : { observationId: open.observationId, time }}
      />
    </div>
  );
}
