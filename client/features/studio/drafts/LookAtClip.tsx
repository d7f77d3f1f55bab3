import { useEffect, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { openCut } from "#client/features/studio/cut/cut-store.ts";
import styles from "./Drafts.module.css";

/** Plays the finished file itself, with its sound: what both will see and nothing else. */
export function LookAtClip(props: { readonly fileName: string; readonly onClose: () => void }) {
  const { fileName, onClose } = props;
  const [address, setAddress] = useState("");
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    let made: string | null = null;
    let isClosed = false;
    void openCut(fileName).then((file) => {
      if (isClosed) return;
      setGone(file === null);
      if (file === null) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      isClosed = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [fileName]);
  return (
    <Dialog title={text("drafts.lookTitle")} isOpen isWide onClose={onClose}>
      {isGone && <Notice tone="attention">{text("drafts.lookGone")}</Notice>}
      {address !== "" && (
        <video
          className={styles["clip"]}
          src={address}
          controls
          autoPlay
          playsInline
          aria-label={text("drafts.lookVideo")}
        />
      )}
    </Dialog>
  );
}
