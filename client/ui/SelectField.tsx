import { useId } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Field.module.css";

/** Props of a native select; options in the order shown. */
export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  /** The label is still read out, but the place on the page already says it. */
  readonly isLabelHidden?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** One choice out of a few words, by the browser's own select: it works with every keyboard and phone. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const id = useId();
  const { label, isLabelHidden = false, value, options, onChange, isDisabled = false } = props;
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : styles["label"]}>
        {label}
      </label>
      <select
        id={id}
        className={classNames(styles["control"], styles["select"])}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
