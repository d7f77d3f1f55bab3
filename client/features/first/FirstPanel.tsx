import { useState } from "react";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { FirstStep } from "./first-step.ts";
import styles from "./FirstPanel.module.css";

export interface FirstPanelProps {
  readonly step: NonNullable<FirstStep>;
  readonly connection: RoomConnection;
  readonly clipId: string;
  readonly role: Room["me"]["role"];
  readonly practitionerName: string;
  readonly guiderName: string;
  /** Holds the moment on screen and puts this person into its first field. */
  readonly onWrite: () => void;
}

/** One calm panel in place of the cards: the clip is watched once, then the practitioner's words come first. */
export function FirstPanel(props: FirstPanelProps) {
  return (
    <section className={styles["panel"]} aria-labelledby="first-title">
      {props.step === "watch" ? <WatchOnce {...props} /> : <Begin {...props} />}
    </section>
  );
}

function WatchOnce({ connection, clipId, role, practitionerName }: FirstPanelProps) {
  const [notice, setNotice] = useState("");

  async function handleWatched() {
    const answer = await connection.ask("clip:watched", { clipId: clipIdSchema.parse(clipId) });
    setNotice(answer.ok ? "" : text("first.notDone"));
  }

  return (
    <>
      <h2 id="first-title">{text("first.watch")}</h2>
      <p>
        {role === "practitioner"
          ? text("first.watch.thenYou")
          : text("first.watch.thenName", { name: practitionerName })}
      </p>
      {role !== "supervisor" && (
        <Button onPress={() => void handleWatched()}>{text("first.watch.done")}</Button>
      )}
      <output>{notice}</output>
    </>
  );
}

function Begin(props: FirstPanelProps) {
  const { connection, role, practitionerName: name } = props;
  const openedBy = useRoomNews(connection, "notes:changed")?.openedBy ?? null;
  if (role === "practitioner") return <BeginYourself {...props} openedBy={openedBy} />;
  return (
    <>
      <h2 id="first-title">{text("first.begin.name", { name })}</h2>
      {role === "guider" && openedBy === "passed" && <p>{text("first.begin.asked", { name })}</p>}
      <p>{text(role === "guider" ? "first.begin.nameWords" : "first.begin.nameWatching")}</p>
    </>
  );
}

function BeginYourself(props: FirstPanelProps & { readonly openedBy: string | null }) {
  const { connection, openedBy, guiderName: name, onWrite } = props;
  const [notice, setNotice] = useState("");

  async function handlePass() {
    const answer = await connection.ask("notes:pass", {});
    setNotice(answer.ok ? "" : text("first.notDone"));
  }

  return (
    <>
      <h2 id="first-title">{text("first.begin.question")}</h2>
      <p>{text("first.begin.words")}</p>
      <div className={styles["ways"]}>
        <Button kind="primary" onPress={onWrite}>
          {text("first.begin.write")}
        </Button>
        {openedBy === null && (
          <Button
            kind="quiet"
            aria-label={text("first.begin.passLong", { name })}
            onPress={() => void handlePass()}
          >
            {text("first.begin.pass")}
          </Button>
        )}
      </div>
      <output>{notice || (openedBy === "passed" && text("first.begin.passed", { name }))}</output>
    </>
  );
}
