import { useState } from "react";
import { TextField } from "./TextField.tsx";

/**
 * A field whose value is used when it is left or Enter is pressed. `onTyped` answers the sentence for what
 * cannot be used, or an empty one; then the field shows `written` again.
 */
export function TypedField(props: {
  readonly label: string;
  readonly written: string;
  readonly isDisabled: boolean;
  /** Which keys a phone shows; numbers when left out. */
  readonly inputMode?: "decimal" | "text";
  readonly onTyped: (typed: string) => string;
}) {
  const { label, written, isDisabled, inputMode = "decimal", onTyped } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState("");

  function take() {
    if (typed === null) return;
    const sentence = typed === written ? "" : onTyped(typed);
    setError(sentence);
    if (sentence === "") setTyped(null);
  }

  return (
    <TextField
      label={label}
      value={typed ?? written}
      error={error}
      isDisabled={isDisabled}
      inputMode={inputMode}
      autoComplete="off"
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
    />
  );
}
