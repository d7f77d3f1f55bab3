import type { KeyboardEvent } from "react";
import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { frameAt, frameStartMs } from "#shared/playback/frames.ts";
import type { PlayerCommands } from "./player-commands.ts";
import { LoopHandles, LoopMark } from "./LoopHandles.tsx";
import type { PlayerPosition, PlayerSnapshot } from "./player-snapshot.ts";
import { usePlayerPosition } from "./use-playback.ts";
import styles from "./Scrubber.module.css";

/** A held moment as the bar shows it. */
export interface ScrubberMoment {
  readonly observationId: string;
  readonly clipId: ClipId;
  readonly frame: number;
  readonly label: string;
}

/** What the bar needs. */
export interface ScrubberProps {
  readonly player: PlayerCommands & PlayerPosition;
  readonly snapshot: PlayerSnapshot;
  readonly mayCommand: boolean;
  /** Of all clips; those of the present one stand on the bar as diamonds. */
  readonly moments: readonly ScrubberMoment[];
  /** A diamond was pressed: both go there. */
  readonly onVisit: (moment: ScrubberMoment) => void;
}

const stepMs: Readonly<Record<string, number>> = {
  ArrowLeft: -1_000,
  ArrowDown: -1_000,
  ArrowRight: 1_000,
  ArrowUp: 1_000,
};

/** The place in the clip, for both; on it the held moments and the loop. */
export function Scrubber({ player, snapshot, mayCommand, moments, onVisit }: ScrubberProps) {
  const { clip, timeline, loopFrom } = snapshot;
  if (clip === null) return null;
  const { media } = clip;
  const here = moments.filter((moment) => moment.clipId === clip.clipId);
  const loop = timeline?.loop ?? null;

  return (
    <div className={styles["scrubber"]}>
      <Place player={player} media={media} mayCommand={mayCommand} />
      {(here.length > 0 || loop !== null || loopFrom !== null) && (
        <div className={styles["below"]}>
          {here.length > 0 && (
            <div role="group" aria-label={text("playback.moments")}>
              {here.map((moment) => (
                <Diamond
                  key={moment.observationId}
                  moment={moment}
                  positionMs={frameStartMs(media, moment.frame)}
                  durationMs={media.durationMs}
                  onPress={() => onVisit(moment)}
                />
              ))}
            </div>
          )}
          {loop !== null && (
            <LoopHandles
              loop={loop}
              table={media}
              mayCommand={mayCommand}
              onMove={(next) => player.setLoop(next)}
            />
          )}
          {loopFrom !== null && <LoopMark frame={loopFrom} table={media} />}
        </div>
      )}
    </div>
  );
}

type PlaceProps = Pick<ScrubberProps, "player" | "mayCommand"> & { readonly media: ClipMedia };

function Place({ player, media, mayCommand }: PlaceProps) {
  const positionMs = usePlayerPosition(player);
  const value = { position: clipTime(positionMs), length: clipTime(media.durationMs) };

  function handleKeyDown(event: KeyboardEvent) {
    const byMs = stepMs[event.key];
    if (byMs === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (mayCommand) player.skip(event.shiftKey ? byMs * 5 : byMs);
  }

  return (
    <input
      type="range"
      className={styles["range"]}
      aria-label={text("playback.position")}
      aria-valuetext={text("playback.position-value", value)}
      min={0}
      max={media.durationMs}
      step="any"
      value={positionMs}
      disabled={!mayCommand}
      style={{ "--done": `${(100 * positionMs) / media.durationMs}%` }}
      onKeyDown={handleKeyDown}
      onChange={(event) => player.seekToFrame(frameAt(media, event.target.valueAsNumber))}
    />
  );
}

interface DiamondProps {
  readonly moment: ScrubberMoment;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly onPress: () => void;
}

function Diamond({ moment, positionMs, durationMs, onPress }: DiamondProps) {
  const words = text("playback.moment", { position: clipTime(positionMs), label: moment.label });
  return (
    <button
      type="button"
      className={styles["diamond"]}
      style={{ "--at": positionMs / durationMs }}
      aria-label={words}
      title={words}
      onClick={onPress}
    >
      <span aria-hidden="true" />
    </button>
  );
}
