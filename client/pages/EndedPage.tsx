import { useEffect, useState } from "react";
import { Link, useSearch } from "wouter";
import { OwnLink } from "#client/features/own/OwnLink.tsx";
import { call } from "#client/lib/api.ts";
import { forgetAllUnsent } from "#client/lib/board-unsent.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { JourneyId } from "#shared/domain/ids.ts";
import { roomCloseReasons } from "#shared/protocol/close-reasons.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";
import styles from "./OwnPage.module.css";

/** Reasons after which the same link may still lead back in. */
const mayComeBack: readonly RoomCloseReason[] = [
  "asked-out",
  "seat-moved",
  "permission-withdrawn",
  "server-restarting",
];

/** After the room: why it closed, what is safe, where to go now. No word stays in this browser. */
export function EndedPage() {
  const { current, refresh } = useSession();
  const why = new URLSearchParams(useSearch()).get("why");
  const reason = roomCloseReasons.find((known) => known === why) ?? null;
  useEffect(() => {
    if (reason !== "server-restarting") forgetAllUnsent();
  }, [reason]);
  useEffect(() => void refresh(), [refresh]); // who was let in meanwhile has an own place by now
  const session = current.state === "known" ? current.session : null;
  return (
    <Page title={text(reason === null ? "ended.title" : `ended.${reason}`)}>
      <p>{text(reason === null ? "ended.words" : `ended.${reason}Words`)}</p>
      {session?.kind === "guider" && (
        <div>
          <Link href={paths.home} className={buttonClasses("primary")}>
            {text("ended.backToJourneys")}
          </Link>
        </div>
      )}
      {session?.kind === "guest" && (reason === null || mayComeBack.includes(reason)) && (
        <div>
          <Link href={paths.wayIn} className={buttonClasses("primary")}>
            {text("ended.backToWayIn")}
          </Link>
        </div>
      )}
      {session?.kind === "guest" && session.ownJourneyId !== null && (
        <div>
          <Link href={paths.own} className={buttonClasses("plain")}>
            {text("ownPlace.open")}
          </Link>
        </div>
      )}
      {session?.kind === "guest" && <SharedComputer ownJourneyId={session.ownJourneyId} />}
    </Page>
  );
}

interface SharedComputerProps {
  /** Whose own place opens in this browser; null: nobody's. */
  readonly ownJourneyId: JourneyId | null;
}

/** Lets the browser forget somebody; whose own place opens in it is offered a way back first. */
function SharedComputer({ ownJourneyId }: SharedComputerProps) {
  const [isForgotten, setForgotten] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function handleForget() {
    const answer = await call("endSession", { body: { sharedComputer: true } });
    setForgotten(answer.ok);
    setRefusal(answer.ok ? "" : refusalWords(answer));
  }

  if (isForgotten) {
    return (
      <Notice tone="good" isAnnounced>
        {text("ended.forgotten")}
      </Notice>
    );
  }
  return (
    <Notice title={text("ended.shared")}>
      <div className={styles["section"]}>
        <p>{text("ended.sharedWords")}</p>
        {ownJourneyId !== null && (
          <>
            <p>{text("ownDoors.sharedWords")}</p>
            <OwnLink journeyId={ownJourneyId} lasts="wayBack" />
          </>
        )}
        <p role="status">{refusal}</p>
        <div>
          <Button onPress={() => void handleForget()}>{text("ended.forget")}</Button>
        </div>
      </div>
    </Notice>
  );
}
