import { useId } from "react";
import { text } from "#client/lib/text.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import { keyList } from "./keyboard.ts";
import styles from "./KeyList.module.css";

/** Props of the list, which its owner opens and closes. */
export interface KeyListProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Single keys can be switched off (WCAG 2.1.4). */
  readonly areKeysOn: boolean;
  readonly onKeysOnChange: (areOn: boolean) => void;
}

/** The list behind `?`. */
export function KeyList({ isOpen, onClose, areKeysOn, onKeysOnChange }: KeyListProps) {
  const id = useId();
  return (
    <Dialog title={text("playback.key-list")} isOpen={isOpen} onClose={onClose}>
      <p>{text("playback.key-intro")}</p>
      <label className={styles["switch"]} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={areKeysOn}
          onChange={(event) => onKeysOnChange(event.target.checked)}
        />
        {text("playback.key-switch")}
      </label>
      <dl className={styles["list"]}>
        {keyList.map(({ keys, does }) => (
          <div key={does} className={styles["row"]}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
