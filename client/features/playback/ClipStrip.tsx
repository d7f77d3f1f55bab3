import { text } from "#client/lib/text.ts";
import type { PlayerCommands } from "./player-commands.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import styles from "./ClipStrip.module.css";

/** What the strip of clips needs. */
export interface ClipStripProps {
  readonly player: PlayerCommands;
  readonly snapshot: PlayerSnapshot;
  readonly mayCommand: boolean;
}

/** The clips of this review by number and title; a press opens one for both. */
export function ClipStrip({ player, snapshot, mayCommand }: ClipStripProps) {
  if (snapshot.clips.length === 0) return null;
  const areOfSeveralCycles = new Set(snapshot.clips.map(({ cycleNumber }) => cycleNumber)).size > 1;
  return (
    <ul className={styles["strip"]} aria-label={text("playback.clips")}>
      {snapshot.clips.map((clip, index) => {
        const isReady = snapshot.loading[clip.clipId]?.kind === "ready";
        return (
          <li key={clip.clipId}>
            <button
              type="button"
              className={styles["clip"]}
              aria-current={clip.clipId === snapshot.clip?.clipId}
              aria-disabled={!mayCommand}
              onClick={() => {
                if (mayCommand) player.openClip(clip.clipId);
              }}
            >
              <span className={styles["words"]}>
                <span>{text("playback.clip", { number: index + 1, title: clip.title })}</span>
                {areOfSeveralCycles && (
                  <small>{text("playback.clip-cycle", { number: clip.cycleNumber })}</small>
                )}
              </span>
              {!isReady && <small>{text("playback.clip-loading")}</small>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
