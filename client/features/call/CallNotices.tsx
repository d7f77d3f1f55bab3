import X from "lucide-react/icons/x";
import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { CallSnapshot } from "./call.ts";
import styles from "./CallNotices.module.css";
import { sealWords, troubleWords } from "./call-words.ts";

/**
 * What is to be known of the call now, in a sentence each. What is said of a device, or of who could hear,
 * can be put away; that there is no device its person knows.
 */
export function CallNotices({ call }: { readonly call: CallSnapshot }) {
  const [putAway, setPutAway] = useState<readonly string[]>([]);
  const { microphoneTrouble, cameraTrouble } = call.me;
  const troubles = [
    ...(call.sealedTo === "server" ? [sealWords("server")] : []),
    ...troubleWords({
      microphoneTrouble: microphoneTrouble === "none" ? null : microphoneTrouble,
      cameraTrouble: cameraTrouble === "none" ? null : cameraTrouble,
    }),
  ];
  // What is over and comes again is said again.
  const known = putAway.filter((words) => troubles.includes(words));
  if (call.isFull) return <Notice isAnnounced>{text("refusal.call-full")}</Notice>;
  if (call.state !== "on" && call.state !== "lost") return null;
  return (
    <>
      {call.state === "lost" && <Notice tone="attention">{text("call.lost")}</Notice>}
      {troubles
        .filter((words) => !known.includes(words))
        .map((words) => (
          <Notice key={words} isAnnounced>
            <div className={styles["trouble"]}>
              {words}
              <IconButton
                label={text("call.put-away")}
                onPress={() => setPutAway([...known, words])}
              >
                <X size={20} />
              </IconButton>
            </div>
          </Notice>
        ))}
    </>
  );
}
