import Circle from "lucide-react/icons/circle";
import { useEffect, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Film.module.css";
import { lengthWords } from "./film-words.ts";

const longMs = 20 * 60_000;

/** That it records, for how long, and the two ways to stop. */
export function RecordingNow(props: {
  readonly begunAtMs: number;
  readonly onStop: (end: "finished" | "dissent") => void;
  readonly isKeyOn: boolean;
}) {
  const { begunAtMs, onStop, isKeyOn } = props;
  const [nowMs, setNowMs] = useState(begunAtMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const lengthMs = Math.max(0, nowMs - begunAtMs);
  return (
    <div className={styles["stopping"]}>
      <p className={styles["recording"]}>
        <Circle aria-hidden="true" size={20} fill="currentColor" />
        <output>{text("film.recording.now")}</output>
        <span
          role="timer"
          aria-label={text("film.recording.length", { length: lengthWords(lengthMs) })}
        >
          {lengthWords(lengthMs)}
        </span>
      </p>
      {lengthMs >= longMs && <Notice isAnnounced>{text("film.recording.long")}</Notice>}
      <div className={styles["buttons"]}>
        <Button kind="primary" onPress={() => onStop("finished")}>
          {text("film.recording.stop")}
        </Button>
        <Button
          kind="hold"
          {...(isKeyOn && { "aria-keyshortcuts": "S" })}
          onPress={() => onStop("dissent")}
        >
          {text(isKeyOn ? "film.recording.dissentByKey" : "film.recording.dissent")}
        </Button>
      </div>
    </div>
  );
}
