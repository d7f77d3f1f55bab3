import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Text } from "yjs";
import { text as words } from "#client/lib/text.ts";
import { bindTextArea } from "./bind-text-area.ts";
import { useBoardRoom } from "./board-room.ts";
import { placeCarets } from "./caret-places.ts";
import { FieldMirror } from "./FieldMirror.tsx";
import styles from "./SharedTextArea.module.css";

/** A field both write in; `path` is its place in the board, `labelledBy` the id of its question. */
export interface SharedTextAreaProps {
  readonly text: Text;
  readonly path: string;
  readonly labelledBy: string;
  /** A way to begin, shown while the field is empty. */
  readonly starter: string;
  /** The most characters; as many as any field of the board when left out. */
  readonly limit?: number;
  /** Goes into the field as soon as it stands here. */
  readonly takesFocus?: boolean;
  readonly onFocusTaken?: () => void;
}

/** A plain text field that two people write in at once, with the others' carets in their place. */
export function SharedTextArea(props: SharedTextAreaProps) {
  const { text, path, labelledBy, starter, limit, takesFocus = false, onFocusTaken } = props;
  const { connection, board, people, areStartersShown, ...room } = useBoardRoom();
  const element = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState("");
  const [isFull, setIsFull] = useState(false);
  const helpId = useId();

  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const most = limit === undefined ? {} : { limit };
    const options = { text, path, connection, ...most, onShown: setShown, onFull: setIsFull };
    return bindTextArea(element.current, options);
  }, [text, path, connection, limit]);

  useEffect(() => {
    if (!takesFocus) return;
    element.current?.focus();
    onFocusTaken?.();
  }, [takesFocus, onFocusTaken]);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isPlay = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (event.key !== "Escape" && !isPlay) return;
    event.preventDefault();
    event.stopPropagation();
    if (isPlay) room.onPlayTogether();
    else room.onLeaveField();
  }

  const carets = placeCarets(
    board.carets.filter((caret) => caret.path === path),
    text,
  );
  const writer = board.writers.find((one) => one.path === path);
  const isStarterShown = areStartersShown && connection.canWrite && shown === "";
  return (
    <div className={styles["field"]}>
      <div className={styles["box"]}>
        <FieldMirror words={shown} carets={carets} people={people} />
        <textarea
          ref={element}
          className={styles["area"]}
          aria-labelledby={labelledBy}
          aria-describedby={helpId}
          readOnly={!connection.canWrite}
          rows={1}
          autoComplete="off" // or a browser keeps the words for the next person to open the page
          data-path={path}
          onKeyDown={handleKeyDown}
          onFocus={() => room.onWritingChange(connection.canWrite)}
          onBlur={() => room.onWritingChange(false)}
        />
      </div>
      <p id={helpId} className={styles["help"]}>
        {isFull ? words("board.field.full") : isStarterShown && starter}
        {writer !== undefined && (
          <span className={styles["writing"]}>
            {words("board.field.writing", { name: writer.name })}
          </span>
        )}
      </p>
      {connection.canWrite && room.underField?.(path)}
    </div>
  );
}
