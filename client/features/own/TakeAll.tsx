import { useState } from "react";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Own.module.css";
import { fetchAllOwn } from "./own-file.ts";
import { ownText } from "./own-text.ts";
import type { OwnTellers } from "./own-text.ts";

interface TakeAllProps {
  readonly journeyId: string;
  readonly tellers: OwnTellers;
}

/** All that is the practitioner's own as one file, made in this browser: to read, or as data. */
export function TakeAll({ journeyId, tellers }: TakeAllProps) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [said, setSaid] = useState("");

  async function handleTake(kind: "txt" | "json") {
    setSending(true);
    const all = await fetchAllOwn(journeyId);
    setSending(false);
    setRefusal(all.ok ? "" : refusalWords(all));
    setSaid(all.ok ? text("own.taken") : "");
    if (!all.ok) return;
    const words =
      kind === "json"
        ? JSON.stringify(all.value, null, 2)
        : ownText(all.value, tellers, Date.now());
    const type = kind === "json" ? "application/json" : "text/plain;charset=utf-8";
    saveFile(`${text("own.fileName")}.${kind}`, new Blob([words], { type }));
  }

  return (
    <>
      <p>{text("own.takeWords")}</p>
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
      <div className={styles["buttons"]}>
        <Button isPending={isSending} onPress={() => void handleTake("txt")}>
          {text("own.takeText")}
        </Button>
        <Button isPending={isSending} onPress={() => void handleTake("json")}>
          {text("own.takeData")}
        </Button>
      </div>
      <output>{said}</output>
    </>
  );
}
