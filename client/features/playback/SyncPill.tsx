import Check from "lucide-react/icons/check";
import Eye from "lucide-react/icons/eye";
import Pause from "lucide-react/icons/pause";
import RefreshCw from "lucide-react/icons/refresh-cw";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import type { SyncWords } from "./sync-words.ts";
import styles from "./SyncPill.module.css";

/** What the pill says, and whether the clip rests. */
export interface SyncPillProps {
  readonly sync: SyncWords | null;
  readonly isPaused: boolean;
}

/** One fixed place that says whether both see the same, in words, with the frame's number on offer. */
export function SyncPill({ sync, isPaused }: SyncPillProps) {
  if (sync === null) return null;
  return (
    <p className={styles["pill"]} data-tone={sync.tone}>
      <span className={styles["icon"]} aria-hidden="true">
        <PillIcon tone={sync.tone} isPaused={isPaused} />
      </span>
      <span>{sync.words}</span>
      {sync.broughtBy !== null && <span className={styles["frame"]}>{sync.broughtBy}</span>}
      {sync.sameFrame !== null && (
        <span className={classNames(styles["frame"], styles["number"])}>
          {text("playback.frame", { frame: sync.sameFrame })}
        </span>
      )}
    </p>
  );
}

function PillIcon({
  tone,
  isPaused,
}: {
  readonly tone: SyncWords["tone"];
  readonly isPaused: boolean;
}) {
  if (tone === "good" && !isPaused) return <span className={styles["dot"]} />;
  if (tone === "good") return <Check size={18} />;
  if (tone === "apart") return <Eye size={18} />;
  return isPaused && tone === "calm" ? <Pause size={18} /> : <RefreshCw size={18} />;
}
