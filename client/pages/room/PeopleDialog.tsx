import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Member } from "#shared/protocol/room-events.ts";
import styles from "./Room.module.css";

export interface PeopleDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly connection: RoomConnection;
  readonly reviewId: string;
}

/** Who is in the room, and the guider's two ways to keep it to them: ask somebody out, lock the door. */
export function PeopleDialog({ isOpen, onClose, connection, reviewId }: PeopleDialogProps) {
  const members = useRoomNews(connection, "members:changed") ?? [];
  const isLocked = useRoomNews(connection, "lock:changed")?.locked ?? false;
  const [refusal, setRefusal] = useState<string | null>(null);
  const guests = members.filter(({ role, link }) => role !== "guider" && link !== "away");

  async function askOut({ participantId }: Member): Promise<void> {
    // A guest's participant id is the id of their link.
    const answer = await call("askOut", { params: { inviteId: participantId } });
    setRefusal(answer.ok ? null : refusalWords(answer));
  }
  async function setLocked(locked: boolean): Promise<void> {
    const answer = await call("lockReview", { params: { reviewId }, body: { locked } });
    setRefusal(answer.ok ? null : refusalWords(answer));
  }

  return (
    <Dialog title={text("room.people")} isOpen={isOpen} onClose={onClose}>
      {guests.length === 0 && <p>{text("room.nobodyYet")}</p>}
      <ul className={styles["people"]}>
        {guests.map((guest) => (
          <li key={guest.participantId}>
            <span>{guest.name}</span>
            <Button onPress={() => void askOut(guest)}>
              {text("room.askOut", { name: guest.name })}
            </Button>
          </li>
        ))}
      </ul>
      <p>{text(isLocked ? "room.lockedWords" : "room.unlockedWords")}</p>
      <div>
        <Button onPress={() => void setLocked(!isLocked)}>
          {text(isLocked ? "room.unlock" : "room.lock")}
        </Button>
      </div>
      {refusal !== null && <Notice tone="attention">{refusal}</Notice>}
    </Dialog>
  );
}
