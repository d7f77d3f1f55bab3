import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { momentWords } from "#client/lib/dates.ts";
import { ownLink } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { CopyLink } from "#client/ui/CopyLink.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Own.module.css";

interface OwnLinkProps {
  readonly journeyId: string;
  /** For a device at hand, or as a way back to come. */
  readonly lasts: "now" | "wayBack";
  /** Once there is a link. */
  readonly onMade?: () => void;
}

/** A link into the own place from another browser, shown once to be copied, with until when it waits. */
export function OwnLink({ journeyId, lasts, onMade }: OwnLinkProps) {
  const [made, setMade] = useState<{ secret: string; closesAtMs: number } | null>(null);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const nowMs = useNowMs();

  async function handleMake() {
    setSending(true);
    const answer = await call("makeOwnLink", { params: { journeyId }, body: { lasts } });
    setSending(false);
    setRefusal(answer.ok ? "" : refusalWords(answer));
    setMade(answer.ok ? answer.value : null);
    if (answer.ok) onMade?.();
  }

  return (
    <div className={styles["link"]}>
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
      <div>
        <Button isPending={isSending} onPress={() => void handleMake()}>
          {text(`ownDoors.make.${lasts}`)}
        </Button>
      </div>
      {made !== null && (
        <>
          <CopyLink key={made.secret} link={ownLink(window.location.origin, made.secret)} />
          <p>
            {text(`ownDoors.made.${lasts}`, { until: momentWords(made.closesAtMs, nowMs) })}{" "}
            {text("ownDoors.private")}
          </p>
        </>
      )}
    </div>
  );
}
