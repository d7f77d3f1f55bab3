import type { PlayerCommands } from "#client/features/playback/player-commands.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./Room.module.css";

interface AgendaClipsProps {
  readonly player: PlayerCommands;
  readonly snapshot: PlayerSnapshot;
  /** Whoever only watches reads the titles. */
  readonly mayCommand: boolean;
}

/** The clips of this review beneath their step of the agenda; a press opens one for both. */
export function AgendaClips({ player, snapshot, mayCommand }: AgendaClipsProps) {
  if (snapshot.clips.length === 0) return null;
  return (
    <ul className={styles["agendaClips"]} aria-label={text("agenda.clips")}>
      {snapshot.clips.map(({ clipId, title }, index) => {
        const name = text("playback.clip", { number: index + 1, title });
        return (
          <li key={clipId} aria-current={clipId === snapshot.clip?.clipId}>
            {mayCommand ? (
              <Button kind="quiet" onPress={() => player.openClip(clipId)}>
                {name}
              </Button>
            ) : (
              name
            )}
          </li>
        );
      })}
    </ul>
  );
}
