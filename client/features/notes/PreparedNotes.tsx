import { useEffect, useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { call } from "#client/lib/api.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import styles from "./Notes.module.css";

export interface PreparedNotesProps {
  readonly connection: RoomConnection;
  readonly room: Room;
  readonly clipId: string | null;
  readonly guiderName: string;
}

/** The guider's notes for the clip that is open: on the guider's screen always, elsewhere once they are open. */
export function PreparedNotes(props: PreparedNotesProps) {
  const prepared = useRoomNews(props.connection, "notes:changed");
  const words = prepared?.notes.find((note) => note.clipId === props.clipId)?.words ?? null;
  if (props.room.me.role === "guider") {
    return <OwnPreparedNotes {...props} words={words} isOpen={prepared?.openedBy !== null} />;
  }
  return words === null ? null : <NotesOfGuider name={props.guiderName} words={words} />;
}

function NotesOfGuider({ name, words }: { readonly name: string; readonly words: string }) {
  useEffect(() => announce(text("notes.prepared.arrived", { name })), [name]);
  return (
    <details className={styles["notes"]} open>
      <summary>{text("notes.prepared.name", { name })}</summary>
      <p className={styles["words"]}>{words}</p>
    </details>
  );
}

function OwnPreparedNotes({
  connection,
  room: { reviewId, practitionerName: name },
  words,
  isOpen,
}: PreparedNotesProps & { readonly words: string | null; readonly isOpen: boolean }) {
  const isOn = useRoomNews(connection, "first:changed")?.isOn ?? true;
  const [notice, setNotice] = useState("");

  async function handleReveal() {
    const answer = await connection.ask("notes:reveal", {});
    setNotice(answer.ok ? "" : text("first.notDone"));
  }

  async function handleSwitch(practitionerFirst: boolean) {
    const request = { params: { reviewId }, body: { practitionerFirst } };
    const answer = await call("setPractitionerFirst", request);
    setNotice(answer.ok ? "" : text("first.notDone"));
  }

  return (
    <details className={styles["notes"]} open={words !== null}>
      <summary>{text("notes.prepared.own")}</summary>
      <p className={styles["words"]}>{words ?? text("notes.prepared.none")}</p>
      {words !== null && (
        <p className={styles["quiet"]}>
          {text(isOpen ? "notes.prepared.open" : "notes.prepared.waits", { name })}
        </p>
      )}
      {words !== null && !isOpen && (
        <Button onPress={() => void handleReveal()}>
          {text("notes.prepared.reveal", { name })}
        </Button>
      )}
      <CheckField
        label={text("first.switch", { name })}
        isChecked={isOn}
        onChange={(isChecked) => void handleSwitch(isChecked)}
      />
      <output>{notice}</output>
    </details>
  );
}
