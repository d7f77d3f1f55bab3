import { useCallback, useState } from "react";
import { call } from "#client/lib/api.ts";
import { momentWords } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { OwnDoors as Doors } from "#shared/protocol/own-doors-routes.ts";
import { OwnLink } from "./OwnLink.tsx";
import styles from "./Own.module.css";

/** Where the own place opens: the browsers, a link that waits, and a new link into one more. */
export function OwnDoors({ journeyId }: { readonly journeyId: string }) {
  const params = { journeyId };
  const ask = useCallback(() => call("readOwnDoors", { params: { journeyId } }), [journeyId]);
  const { answer, isSending, refusal, change } = useAnswered(ask);
  const [said, setSaid] = useState("");
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;

  async function handleClose(browserId: string) {
    const isClosed = await change(() => call("closeOwnDoor", { params, body: { browserId } }));
    setSaid(isClosed ? text("ownDoors.closed") : "");
  }
  async function handleEnd() {
    const hasEnded = await change(() => call("endOwnLink", { params }));
    setSaid(hasEnded ? text("ownDoors.linkEnded") : "");
  }

  return (
    <>
      <OwnDoorList
        doors={answer.value}
        isSending={isSending}
        onClose={(browserId) => void handleClose(browserId)}
        onEndLink={() => void handleEnd()}
      />
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
      <output>{said}</output>
      <p>{text("ownDoors.lead")}</p>
      <OwnLink journeyId={journeyId} lasts="now" onMade={() => void change(ask)} />
    </>
  );
}

interface OwnDoorListProps {
  readonly doors: Doors;
  readonly isSending: boolean;
  readonly onClose: (browserId: string) => void;
  readonly onEndLink: () => void;
}

/** This browser, every other one with a way to close it, and the link that waits. */
export function OwnDoorList({ doors, isSending, onClose, onEndLink }: OwnDoorListProps) {
  const nowMs = useNowMs();
  const { browsers, linkClosesAtMs } = doors;
  return (
    <ul className={styles["doors"]}>
      {browsers.map(({ browserId, sinceMs, isThis }) => {
        const since = { since: momentWords(sinceMs, nowMs) };
        return (
          <li key={browserId} className={styles["door"]}>
            <span>{text(isThis ? "ownDoors.this" : "ownDoors.other", since)}</span>
            {!isThis && (
              <Button
                aria-label={text("ownDoors.closeNamed", since)}
                isPending={isSending}
                onPress={() => onClose(browserId)}
              >
                {text("ownDoors.close")}
              </Button>
            )}
          </li>
        );
      })}
      {linkClosesAtMs !== null && (
        <li className={styles["door"]}>
          <span>{text("ownDoors.link", { until: momentWords(linkClosesAtMs, nowMs) })}</span>
          <Button isPending={isSending} onPress={onEndLink}>
            {text("ownDoors.endLink")}
          </Button>
        </li>
      )}
    </ul>
  );
}
