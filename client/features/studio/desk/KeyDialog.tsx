import { text } from "#client/lib/text.ts";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import styles from "./Desk.module.css";
import { studioKeyList } from "./studio-keys.ts";

/** The list behind `?`; single keys can be switched off (WCAG 2.1.4). */
export function KeyDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly areKeysOn: boolean;
  readonly onKeysOnChange: (areOn: boolean) => void;
}) {
  return (
    <Dialog title={text("studio.keys")} isOpen={props.isOpen} onClose={props.onClose}>
      <CheckField
        label={text("playback.key-switch")}
        isChecked={props.areKeysOn}
        onChange={props.onKeysOnChange}
      />
      <dl className={styles["keys"]}>
        {studioKeyList.map(({ keys, does }) => (
          <div key={does}>
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
