import { useId, useRef } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "./Button.tsx";
import styles from "./Field.module.css";

/** One file chosen by a button; its name is shown on this page only. */
export function FileField(props: {
  readonly label: string;
  readonly hint: string;
  /** The button's words. */
  readonly choose: string;
  readonly accept: string;
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
  readonly error: string;
}) {
  const { label, hint, choose, accept, file, onChange, error } = props;
  const id = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <div className={styles["field"]} role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className={styles["label"]}>
        {label}
      </span>
      <span className={styles["hint"]}>{hint}</span>
      <input
        ref={inputRef}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          onChange(target.files?.item(0) ?? null);
          target.value = ""; // so that the same file, changed meanwhile, can be chosen again
        }}
      />
      <div className={styles["file"]}>
        <Button onPress={() => inputRef.current?.click()}>{choose}</Button>
        <output>
          {file === null ? "" : text("shell.file", { name: file.name, size: megabytes(file.size) })}
        </output>
      </div>
      {error !== "" && (
        <p className={styles["error"]} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
