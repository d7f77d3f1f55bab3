import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "./Button.tsx";
import styles from "./PasswordField.module.css";
import { TextField } from "./TextField.tsx";
import type { TextFieldProps } from "./TextField.tsx";

/** A password that can be pasted, filled in by a password manager, and looked at. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "rows">) {
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles["row"]}>
      <TextField {...props} type={isShown ? "text" : "password"} />
      <Button kind="quiet" onPress={() => setShown(!isShown)}>
        {text(isShown ? "shell.hide" : "shell.show")}
      </Button>
    </div>
  );
}
