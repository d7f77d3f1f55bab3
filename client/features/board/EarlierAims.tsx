import { useCallback, useId, useMemo, useRef, useState } from "react";
import { useRoomPlace } from "#client/lib/room-places.ts";
import { text } from "#client/lib/text.ts";
import type { EarlierAimView } from "#shared/board/read-board.ts";
import styles from "./AimList.module.css";
import { useBoardRoom } from "./board-room.ts";
import { areEarlierAimsOpen } from "./earlier-aims-open.ts";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { useFocusWithin } from "./use-focus-within.ts";
import { useWrittenCount } from "./use-written-count.ts";

/**
 * Last time's aims, the first thing on the board: how did it go? Folded, but in sight, once something is
 * said and a moment is held; never while somebody is in it here. Whoever opens or folds it has their way.
 */
export function EarlierAims() {
  const { board } = useBoardRoom();
  const [choice, setChoice] = useState<boolean | null>(null);
  const [isInside, place] = useFocusWithin();
  const name = useRef<HTMLElement>(null);
  const bring = useCallback(() => {
    setChoice(true);
    (name.current ?? document.getElementById("board"))?.focus(); // there may be none to come back to
  }, []);
  useRoomPlace("lastAims", bring);
  const { earlierAims } = board;
  const texts = useMemo(() => earlierAims.map(({ howDidItGo }) => howDidItGo), [earlierAims]);
  const said = useWrittenCount(texts);
  const count = earlierAims.length;
  if (count === 0) return null;
  const moments = board.observations.length;
  const isOpen = areEarlierAimsOpen({ choice, isInside, said, moments });
  return (
    <details
      ref={place}
      className={styles["earlier"]}
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== isOpen) setChoice(open); // by a person, not by what is written here
      }}
    >
      <summary ref={name}>
        {text("aims.earlier")}
        <span className={styles["said"]}>{text("aims.earlierSaid", { count, said })}</span>
      </summary>
      <ol className={styles["list"]}>
        {earlierAims.map((aim) => (
          <EarlierAim key={aim.aimId} aim={aim} />
        ))}
      </ol>
    </details>
  );
}

function EarlierAim({ aim }: { readonly aim: EarlierAimView }) {
  const id = useId();
  return (
    <li className={styles["entry"]}>
      <p id={`${id}aim`} className={styles["aim"]}>
        {aim.text}
      </p>
      {aim.whereWhen !== "" && (
        <p className={styles["words"]}>{text("ending.whereWhen", { words: aim.whereWhen })}</p>
      )}
      <p id={id} className={styles["words"]}>
        {text("aims.howDidItGo")}
      </p>
      <SharedTextArea
        text={aim.howDidItGo}
        path={`earlierAims/${aim.aimId}/howDidItGo`}
        labelledBy={`${id} ${id}aim`}
        starter={text("aims.howDidItGoStart")}
      />
    </li>
  );
}
