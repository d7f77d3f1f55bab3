import { useEffect, useRef, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "./Button.tsx";
import styles from "./CopyLink.module.css";

/** A link to be copied, selected at once so that a key copies it too. */
export function CopyLink({ link }: { readonly link: string }) {
  const inputRef = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState("");
  useEffect(() => inputRef.current?.focus(), []);

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(link);
      setNotice(text("invite.copied"));
    } catch {
      // The browser keeps its clipboard closed: the link is selected, so that a key copies it.
      inputRef.current?.select();
      setNotice(text("invite.copySelf"));
    }
  }

  return (
    <div>
      <div className={styles["copy"]}>
        <input
          ref={inputRef}
          className={styles["link"]}
          readOnly
          aria-label={text("invite.link")}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button onPress={() => void handleCopy()}>{text("invite.copy")}</Button>
      </div>
      <output className={styles["notice"]}>{notice}</output>
    </div>
  );
}
