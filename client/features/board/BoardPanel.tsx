import { useState } from "react";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { BoardRoomProvider } from "./board-room.ts";
import type { BoardRoom } from "./board-room.ts";
import { BoardTabs } from "./BoardTabs.tsx";
import { HelpingQuestion } from "./HelpingQuestion.tsx";
import { LeftoverWords } from "./LeftoverWords.tsx";
import { OfferedMoment } from "./OfferedMoment.tsx";
import { useSaveAnnouncements, useWritingAnnouncements } from "./use-board-announcements.ts";
import { useSelectedMoment } from "./use-selected-moment.ts";
import type { MomentSources } from "./use-selected-moment.ts";
import styles from "./BoardPanel.module.css";

/** The room around the board, which moment it is at, and how the saving goes. */
export interface BoardPanelProps
  extends
    Omit<BoardRoom, "areStartersShown" | "onWritingChange">,
    Omit<MomentSources, "observations"> {
  readonly status: BoardStatus;
}

/** The board beside the video: this moment, all of them, and what to do more of. */
export function BoardPanel(props: BoardPanelProps) {
  const { status, currentId, heldByMe, onFocusTaken, ...room } = props;
  const { connection, board } = room;
  const [areStartersShown, setAreStartersShown] = useState(true);
  const moment = useSelectedMoment({
    observations: board.observations,
    currentId,
    heldByMe,
    onFocusTaken,
  });
  useWritingAnnouncements(room);
  useSaveAnnouncements(status);

  return (
    <BoardRoomProvider value={{ ...room, areStartersShown, onWritingChange: moment.setIsWriting }}>
      <section className={styles["panel"]} aria-label={text("board.name")}>
        {board.helpingQuestion !== null && <HelpingQuestion question={board.helpingQuestion} />}
        <LeftoverWords connection={connection} status={status} />
        <OfferedMoment observation={moment.offered} onShow={moment.open} onStay={moment.stay} />
        <BoardTabs moment={moment} isLoaded={status.isLoaded} />
        {connection.canWrite && moment.selected !== null && (
          <Button kind="quiet" onPress={() => setAreStartersShown(!areStartersShown)}>
            {text(areStartersShown ? "board.start.hide" : "board.start.show")}
          </Button>
        )}
      </section>
    </BoardRoomProvider>
  );
}
