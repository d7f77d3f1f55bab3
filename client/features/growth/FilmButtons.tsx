import SkipBack from "lucide-react/icons/skip-back";
import StepBack from "lucide-react/icons/step-back";
import StepForward from "lucide-react/icons/step-forward";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import styles from "./Films.module.css";
import type { FilmDeeds } from "./use-films.ts";

interface FilmButtonsProps {
  /** Of what is played: a clip's title, or both. */
  readonly name: string;
  readonly isBoth: boolean;
  readonly isPlaying: boolean;
  readonly isSlow: boolean;
  readonly deeds: FilmDeeds;
}

/** Play and pause, slow, one picture back or on, to the start: for one film, or for both as one. */
export function FilmButtons({ name: title, isBoth, isPlaying, isSlow, deeds }: FilmButtonsProps) {
  const playing = isPlaying ? "yes" : "no";
  return (
    <div className={styles["buttons"]}>
      <Button
        kind="primary"
        {...(isBoth ? {} : { "aria-label": text("growth.films.playName", { playing, title }) })}
        onPress={deeds.playOrPause}
      >
        {text(isBoth ? "growth.films.playBoth" : "growth.films.play", { playing })}
      </Button>
      <Button
        aria-label={text("growth.films.slowName", { title })}
        aria-pressed={isSlow}
        onPress={deeds.slow}
      >
        {text("growth.films.slow")}
      </Button>
      <IconButton label={text("growth.films.start", { title })} onPress={() => deeds.seek(0)}>
        <SkipBack size={20} />
      </IconButton>
      <IconButton label={text("growth.films.back", { title })} onPress={() => deeds.step(-1)}>
        <StepBack size={20} />
      </IconButton>
      <IconButton label={text("growth.films.on", { title })} onPress={() => deeds.step(1)}>
        <StepForward size={20} />
      </IconButton>
    </div>
  );
}
