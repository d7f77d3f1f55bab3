import { useState } from "react";
import { useLocation } from "wouter";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import { paths } from "#client/lib/paths.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";

interface LeaveButtonProps {
  readonly connection: RoomConnection;
  readonly save: BoardStatus["save"];
  /** The words that wait are let go of. */
  readonly onLeave: () => void;
}

/** The way out. Nothing stays on this computer, so it asks first while words wait for the connection. */
export function LeaveButton({ connection, save, onLeave }: LeaveButtonProps) {
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const isWaiting = "unsaved" in save && save.unsaved;

  function leave() {
    onLeave();
    connection.close();
    navigate(paths.left);
  }

  return (
    <>
      <Button onPress={isWaiting ? () => setAsking(true) : leave}>{text("room.leave")}</Button>
      <Dialog
        title={text("writing.unsaved.title")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={leave}>{text("writing.unsaved.leave")}</Button>
            <Button kind="primary" onPress={() => setAsking(false)}>
              {text("room.stay")}
            </Button>
          </>
        }
      >
        <p>{text("writing.unsaved.words")}</p>
      </Dialog>
    </>
  );
}
