import Repeat from "lucide-react/icons/repeat-2";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { frameStartMs } from "#shared/playback/frames.ts";
import styles from "./Chips.module.css";
import { clipTimeInTenths, loopWords } from "./loop-words.ts";
import type { PlayerCommands } from "./player-commands.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** What the chip needs. */
export interface LoopChipProps {
  readonly player: PlayerCommands;
  readonly snapshot: PlayerSnapshot;
  readonly mayCommand: boolean;
  /** The tools stand beside it: few words will do. */
  readonly isShort: boolean;
}

/** Says what is looped, or where a loop shall begin, and lets go of it. */
export function LoopChip({ player, snapshot, mayCommand, isShort }: LoopChipProps) {
  const words = chipWords(snapshot, isShort);
  if (words === null) return null;
  return (
    <div className={styles["loop"]} data-loop="">
      <Repeat size={18} aria-hidden="true" />
      <span>{words}</span>
      {(mayCommand || snapshot.isOnOwn) && (
        <Button
          kind="quiet"
          onStage
          aria-label={text("playback.loop-off-long")}
          onPress={() => player.letGoOfLoop()}
        >
          {text("playback.loop-off")}
        </Button>
      )}
    </div>
  );
}

function chipWords({ timeline, clip, loopFrom }: PlayerSnapshot, isShort: boolean): string | null {
  if (timeline === null || clip === null) return null;
  if (loopFrom === null) return loopWords(timeline, clip.media, isShort);
  const from = clipTimeInTenths(frameStartMs(clip.media, loopFrom));
  return text(isShort ? "playback.loop-pending-short" : "playback.loop-pending", { from });
}
