import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./SendingClip.module.css";

/** How much of a clip's file has gone up, 0-1, whether it waits for the line, and a way to stop it. */
export function SendingClip(props: {
  readonly title: string;
  readonly sent: number;
  readonly isWaiting: boolean;
  readonly onStop: () => void;
}) {
  const { title, sent, isWaiting, onStop } = props;
  const percent = Math.floor(sent * 100);
  const doing = text(sent < 1 ? "clip.sending" : "clip.checking");
  return (
    <div className={styles["sending"]}>
      <p className={styles["title"]}>{title}</p>
      <progress className={styles["bar"]} aria-label={doing} max={100} value={percent} />
      <output>{isWaiting ? text("clip.waitingForLine", { percent }) : doing}</output>
      {sent < 1 && (
        <div>
          <Button onPress={onStop}>{text("clip.stop")}</Button>
        </div>
      )}
    </div>
  );
}
