import { useState } from "react";
import type { ReactNode } from "react";
import type { Doc } from "yjs";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { ObservationContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { Agreements } from "./Agreements.tsx";
import { BoardSummary } from "./BoardSummary.tsx";
import { EndingActions } from "./EndingActions.tsx";
import { FinishCheck } from "./FinishCheck.tsx";
import styles from "./Signing.module.css";
import { NextFilmFields } from "./NextFilmFields.tsx";
import { PlannedEndFields } from "./PlannedEndFields.tsx";
import { useBoardContent } from "./use-board-content.ts";
import { useEndingAnnouncements } from "./use-ending-announcements.ts";
import { useEnding, useEndingWays } from "./use-ending.ts";
import { useFinish } from "./use-finish.ts";

/** The room the ending is in. */
export interface EndingDialogProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  /** The board's document. */
  readonly doc: Doc;
  readonly members: readonly Member[];
  /** The clip and time of a moment, as they are shown. */
  readonly placeOf: (observation: ObservationContent) => string | null;
  /** What the practitioner may say for themselves before they go. */
  readonly own: ReactNode;
}

/** "Before you go": both see it while it is open. The supervisor may put it away for themselves. */
export function EndingDialog(props: EndingDialogProps) {
  const { connection, room, members } = props;
  const ending = useEnding(connection);
  const [isPutAway, setPutAway] = useState(false);
  useEndingAnnouncements(ending, members, room.me.participantId);
  if (isPutAway && !ending.isOpen) setPutAway(false); // the next one is seen again
  if (!ending.isOpen || isPutAway) return null;
  return <OpenEnding {...props} ending={ending} onPutAway={() => setPutAway(true)} />;
}

type OpenEndingProps = EndingDialogProps & {
  readonly ending: Ending;
  readonly onPutAway: () => void;
};

function OpenEnding(props: OpenEndingProps) {
  const { room, connection, doc, members, placeOf, ending, onPutAway } = props;
  const { role, participantId } = room.me;
  const content = useBoardContent(doc);
  const ways = useEndingWays(connection);
  const finish = useFinish(room.reviewId, content, ending);
  const stay = role === "supervisor" ? onPutAway : ways.stay;

  if (finish.asked.length > 0) return <FinishCheck finish={finish} />;
  return (
    <Dialog
      title={text("ending.title")}
      isOpen
      isReadFirst
      onClose={stay}
      actions={
        <EndingActions
          role={role}
          isSigned={ending.signed !== null}
          hasAgreed={ending.agreedBy.includes(participantId)}
          onStay={stay}
          onAgree={() => void ways.agree(content)}
          onTakeBack={() => void ways.takeBack(content)}
          onWriteOn={() => void ways.writeOn()}
          onFinish={finish.press}
        />
      }
    >
      <BoardSummary
        content={content}
        practitionerName={role === "practitioner" ? null : room.practitionerName}
        placeOf={placeOf}
      />
      {ending.signed === null ? (
        <Agreements
          ending={ending}
          people={members.filter((one) => one.role !== "supervisor")}
          me={participantId}
        />
      ) : (
        <Notice tone="good">
          {text(role === "supervisor" ? "ending.signedWatching" : "ending.signed")}
        </Notice>
      )}
      {room.kind === "last" && (
        <PlannedEndFields
          connection={connection}
          practitionerName={room.practitionerName}
          mayWrite={role !== "supervisor"}
        />
      )}
      <NextFilmFields
        connection={connection}
        reviewId={room.reviewId}
        mayWrite={role !== "supervisor"}
      />
      {props.own}
      {ending.isChanged && <Notice>{text("ending.changed")}</Notice>}
      <p className={styles["quiet"]} role="status">
        {ways.refusal || finish.refusal}
      </p>
    </Dialog>
  );
}
