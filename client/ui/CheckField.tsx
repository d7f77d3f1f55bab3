import { classNames } from "#client/lib/class-names.ts";
import styles from "./CheckField.module.css";

interface CheckFieldProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** A switch with its words, all of it to be pressed. */
export function CheckField({ label, isChecked, isDisabled = false, onChange }: CheckFieldProps) {
  return (
    <label className={classNames(styles["check"])}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
