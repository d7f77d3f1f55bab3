import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./SendingClip.module.css";

/** How much of a clip's file has gone up, and a way to stop it. */
export function SendingClip(props: {
  readonly title: string;
  readonly sent: number;
  readonly onStop: () => void;
}) {
  const { title, sent, onStop } = props;
  const words = text(sent < 1 ? "clip.sending" : "clip.checking");
  return (
    <div className={styles["sending"]}>
      <p className={styles["title"]}>{title}</p>
      <progress
        className={styles["bar"]}
        aria-label={words}
        max={100}
        value={Math.round(sent * 100)}
      />
      <output>{words}</output>
      {sent < 1 && (
        <div>
          <Button onPress={onStop}>{text("clip.stop")}</Button>
        </div>
      )}
    </div>
  );
}
