import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import { PeopleDialog } from "./PeopleDialog.tsx";

export interface GuiderWaysProps {
  readonly room: Room;
  readonly connection: RoomConnection;
}

/** What only the guider does: who may be here, the journey behind the room, the end of the review. */
export function GuiderWays({ room, connection }: GuiderWaysProps) {
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<"people" | "finish" | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { journeyId, reviewId } = room;
  const close = () => setOpen(null);

  async function finish(): Promise<void> {
    const answer = await call("endReview", { params: { reviewId } });
    setRefusal(answer.ok ? null : refusalWords(answer));
    if (answer.ok) close();
  }

  return (
    <>
      {journeyId !== null && (
        <Button kind="quiet" onPress={() => navigate(paths.journey(journeyId))}>
          {text("room.journey")}
        </Button>
      )}
      <Button kind="quiet" onPress={() => setOpen("people")}>
        {text("room.people")}
      </Button>
      <Button onPress={() => setOpen("finish")}>{text("room.finish")}</Button>
      <PeopleDialog
        isOpen={open === "people"}
        onClose={close}
        connection={connection}
        reviewId={reviewId}
      />
      <Dialog
        title={text("room.finish")}
        isOpen={open === "finish"}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{text("room.stay")}</Button>
            <Button kind="primary" onPress={() => void finish()}>
              {text("room.keepAndFinish")}
            </Button>
          </>
        }
      >
        <p>{text("room.finishWords")}</p>
        {refusal !== null && <Notice tone="attention">{refusal}</Notice>}
      </Dialog>
    </>
  );
}
