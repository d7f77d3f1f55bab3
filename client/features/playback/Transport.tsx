import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import EyeOff from "lucide-react/icons/eye-off";
import Maximize from "lucide-react/icons/maximize";
import Minimize from "lucide-react/icons/minimize";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import RotateCw from "lucide-react/icons/rotate-cw";
import Turtle from "lucide-react/icons/turtle";
import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { PlayerCommands } from "./player-commands.ts";
import { ClipMenu } from "./ClipMenu.tsx";
import type { TransportProps } from "./transport-props.ts";
import { usePlayerPosition } from "./use-playback.ts";
import styles from "./Transport.module.css";

/** The controls both share. Whoever presses, it happens on both screens. */
export function Transport(props: TransportProps) {
  const { player, snapshot, mayCommand, isLarge, holdButton } = props;
  return (
    <div role="group" aria-label={text("playback.controls")} className={styles["bar"]}>
      {mayCommand && (
        <MoveButtons player={player} snapshot={snapshot} playQuestion={props.playQuestion} />
      )}
      <Times player={player} lengthMs={snapshot.clip?.media.durationMs ?? 0} />
      {mayCommand && <span className={styles["hold"]}>{holdButton}</span>}
      {mayCommand && <AgainButton player={player} />}
      <span className={styles["end"]}>
        <IconButton
          onStage
          label={text(snapshot.cover.isByMe ? "playback.uncover" : "playback.cover")}
          onPress={() => (snapshot.cover.isByMe ? player.uncover() : player.cover())}
        >
          <EyeOff size={22} />
        </IconButton>
        <span className={styles["widest-only"]}>
          <IconButton
            onStage
            label={text(isLarge ? "playback.large-off" : "playback.large")}
            onPress={() => props.onLargeChange(!isLarge)}
          >
            {isLarge ? <Minimize size={22} /> : <Maximize size={22} />}
          </IconButton>
        </span>
        <ClipMenu {...props} />
      </span>
    </div>
  );
}

function Times({
  player,
  lengthMs,
}: Pick<TransportProps, "player"> & { readonly lengthMs: number }) {
  const positionMs = usePlayerPosition(player);
  const times = { position: clipTime(positionMs), length: clipTime(lengthMs) };
  return <span className={styles["time"]}>{text("playback.time", times)}</span>;
}

function AgainButton({ player }: Pick<TransportProps, "player">) {
  return (
    <span className={styles["again"]}>
      <IconButton onStage label={text("playback.again")} onPress={() => player.again()}>
        <Turtle size={22} />
        <span>{text("playback.again")}</span>
      </IconButton>
    </span>
  );
}

type MoveProps = Pick<TransportProps, "player" | "snapshot" | "playQuestion">;

function MoveButtons({ player, snapshot, playQuestion }: MoveProps) {
  const { phase } = snapshot;
  const isMoving = phase === "playing" || phase === "starting" || phase === "waiting";
  return (
    <span className={styles["moves"]}>
      {!isMoving && <StepButton player={player} frames={-1} />}
      <IconButton onStage label={text("playback.back-2")} onPress={() => player.skip(-2_000)}>
        <RotateCcw size={22} />
      </IconButton>
      <span className={styles["play"]}>
        {playQuestion}
        <Button kind="primary" onStage wide onPress={() => player.toggle()}>
          {isMoving ? <Pause size={20} aria-hidden /> : <Play size={20} aria-hidden />}
          {text(isMoving ? "playback.pause" : "playback.play")}
        </Button>
      </span>
      <IconButton onStage label={text("playback.forward-2")} onPress={() => player.skip(2_000)}>
        <RotateCw size={22} />
      </IconButton>
      {!isMoving && <StepButton player={player} frames={1} />}
    </span>
  );
}

function StepButton({
  player,
  frames,
}: {
  readonly player: PlayerCommands;
  readonly frames: -1 | 1;
}) {
  const isBack = frames === -1;
  return (
    <IconButton
      onStage
      label={text(isBack ? "playback.frame-back" : "playback.frame-forward")}
      onPress={() => player.step(frames)}
    >
      {isBack ? <ChevronLeft size={22} /> : <ChevronRight size={22} />}
    </IconButton>
  );
}
