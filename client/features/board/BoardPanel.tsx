import type { ReactNode } from "react";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import { text } from "#client/lib/text.ts";
import { BoardRoomProvider } from "./board-room.ts";
import type { BoardRoom } from "./board-room.ts";
import { BoardTabs } from "./BoardTabs.tsx";
import { EarlierAims } from "./EarlierAims.tsx";
import { HelpingQuestion } from "./HelpingQuestion.tsx";
import { LeftoverWords } from "./LeftoverWords.tsx";
import { OfferedMoment } from "./OfferedMoment.tsx";
import { UndoButtons } from "./UndoButtons.tsx";
import { useSaveAnnouncements, useWritingAnnouncements } from "./use-board-announcements.ts";
import { useSelectedMoment } from "./use-selected-moment.ts";
import type { MomentSources } from "./use-selected-moment.ts";
import styles from "./BoardPanel.module.css";

/** The room around the board, which moment it is at, and how the saving goes. */
export interface BoardPanelProps
  extends Omit<BoardRoom, "onWritingChange">, Omit<MomentSources, "observations"> {
  readonly status: BoardStatus;
  /** What this person likes while writing. */
  readonly settings?: ReactNode;
  /** Stands where this moment's card would. */
  readonly insteadOfCard?: ReactNode;
}

/** The board beside the video: this moment, all of them, and what to do more of. */
export function BoardPanel(props: BoardPanelProps) {
  const {
    status,
    settings,
    insteadOfCard = null,
    openClipId,
    currentId,
    heldByMe,
    onFocusTaken,
    ...room
  } = props;
  const { connection, board } = room;
  const moment = useSelectedMoment({
    observations: board.observations,
    openClipId,
    currentId,
    heldByMe,
    onFocusTaken,
  });
  useWritingAnnouncements(room);
  useSaveAnnouncements(status);

  return (
    <BoardRoomProvider value={{ ...room, onWritingChange: moment.setIsWriting }}>
      <section className={styles["panel"]} aria-label={text("board.name")}>
        {board.helpingQuestion !== null && <HelpingQuestion question={board.helpingQuestion} />}
        <LeftoverWords connection={connection} status={status} />
        <EarlierAims />
        <OfferedMoment observation={moment.offered} onShow={moment.open} onStay={moment.stay} />
        <BoardTabs moment={moment} isLoaded={status.isLoaded} insteadOfCard={insteadOfCard} />
        {connection.canWrite && <UndoButtons />}
        {connection.canWrite && settings}
      </section>
    </BoardRoomProvider>
  );
}
