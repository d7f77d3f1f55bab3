import { useState } from "react";
import type { Doc } from "yjs";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { ObservationContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { Agreements } from "./Agreements.tsx";
import { BoardSummary } from "./BoardSummary.tsx";
import { FinishCheck } from "./FinishCheck.tsx";
import { reasonsToAsk } from "./reasons-to-ask.ts";
import styles from "./Signing.module.css";
import { useBoardContent } from "./use-board-content.ts";
import { useEndingAnnouncements } from "./use-ending-announcements.ts";
import { useEnding, useEndingWays } from "./use-ending.ts";

/** The room the ending is in. */
export interface EndingDialogProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  /** The board's document. */
  readonly doc: Doc;
  readonly members: readonly Member[];
  /** The time of a moment in its clip, as it is shown. */
  readonly timeOf: (observation: ObservationContent) => string | null;
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
  const { room, connection, doc, members, timeOf, ending, onPutAway } = props;
  const { role, participantId } = room.me;
  const content = useBoardContent(doc);
  const ways = useEndingWays(connection);
  const [isChecking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState("");
  const isOneOfTwo = role !== "supervisor";
  const reasons = reasonsToAsk(content, ending);

  async function finish() {
    const answer = await call("endReview", { params: { reviewId: room.reviewId } });
    if (!answer.ok) setRefusal(refusalWords(answer));
  }

  function handleFinish() {
    if (reasons.length > 0) setChecking(true);
    else void finish();
  }

  if (isChecking && reasons.length > 0) {
    return (
      <FinishCheck
        reasons={reasons}
        refusal={refusal}
        onBack={() => setChecking(false)}
        onFinish={() => void finish()}
      />
    );
  }
  const stay = isOneOfTwo ? ways.stay : onPutAway;
  const hasAgreed = ending.agreedBy.some((id) => id === participantId);
  return (
    <Dialog
      title={text("ending.title")}
      isOpen
      onClose={stay}
      actions={
        <>
          <Button onPress={stay}>{text("ending.stay")}</Button>
          {isOneOfTwo && ending.signed !== null && (
            <Button onPress={() => void ways.writeOn()}>{text("ending.writeOn")}</Button>
          )}
          {isOneOfTwo && ending.signed === null && (
            <Button
              kind={hasAgreed ? "plain" : "primary"}
              onPress={() => void (hasAgreed ? ways.takeBack(content) : ways.agree(content))}
            >
              {text(hasAgreed ? "ending.takeBack" : "ending.agree")}
            </Button>
          )}
          {role === "guider" && (
            <Button kind={ending.signed === null ? "plain" : "primary"} onPress={handleFinish}>
              {text("ending.finish")}
            </Button>
          )}
        </>
      }
    >
      <BoardSummary
        content={content}
        practitionerName={role === "practitioner" ? null : room.practitionerName}
        timeOf={timeOf}
      />
      {ending.signed === null ? (
        <Agreements
          ending={ending}
          people={members.filter((one) => one.role !== "supervisor")}
          me={participantId}
        />
      ) : (
        <Notice tone="good">{text(isOneOfTwo ? "ending.signed" : "ending.signedWatching")}</Notice>
      )}
      {ending.isChanged && <Notice>{text("ending.changed")}</Notice>}
      <p className={styles["quiet"]} role="status">
        {ways.refusal || refusal}
      </p>
    </Dialog>
  );
}
