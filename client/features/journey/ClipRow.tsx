import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { clipFacts, isLongClip, lengthWords, namesInShot } from "./clip-words.ts";
import styles from "./Journey.module.css";

/** One clip: what the child starts, who is in it, and whether its file is here. */
export function ClipRow(props: {
  readonly clip: Clip;
  readonly number: number;
  readonly journey: Journey;
  readonly onAddFile: () => void;
  readonly onPrepare: () => void;
  readonly onRemove: () => void;
}) {
  const { clip, number, journey, onAddFile, onPrepare, onRemove } = props;
  const isPrepared = clip.preparation !== "";
  return (
    <div className={styles["row"]}>
      <div className={styles["rowWords"]}>
        <p className={styles["clipTitle"]}>
          {number}. {clip.title}
        </p>
        <p>{text("clips.started", { child: journey.childName, initiative: clip.initiative })}</p>
        <p className={styles["quiet"]}>
          {clipFacts(clip)} · {text("clips.inShot", { names: namesInShot(clip, journey.people) })}
        </p>
        {isPrepared && <p className={styles["preparation"]}>{clip.preparation}</p>}
        {clip.media !== null && isLongClip(clip) && (
          <p className={styles["quiet"]}>
            {text("clip.softLength", { length: lengthWords(clip.media.durationMs) })}
          </p>
        )}
      </div>
      <div className={styles["rowActions"]}>
        {clip.media === null ? (
          <Button onPress={onAddFile}>{text("clips.addFile")}</Button>
        ) : (
          <StatusChip tone="good">{text("clips.ready")}</StatusChip>
        )}
        <Button
          kind="quiet"
          aria-label={text(isPrepared ? "notes.changeName" : "notes.prepareName", {
            title: clip.title,
          })}
          onPress={onPrepare}
        >
          {text(isPrepared ? "notes.change" : "notes.prepare")}
        </Button>
        <Button
          kind="quiet"
          aria-label={text("clips.removeName", { title: clip.title })}
          onPress={onRemove}
        >
          {text("clips.remove")}
        </Button>
      </div>
    </div>
  );
}
