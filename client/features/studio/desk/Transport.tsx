import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import RotateCw from "lucide-react/icons/rotate-cw";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TypedField } from "#client/ui/TypedField.tsx";
import { filmRates } from "#client/features/studio/film/film-picture.ts";
import { usePlayhead, useStudio } from "#client/features/studio/use-studio.ts";
import { readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";
import styles from "./Desk.module.css";

/** Plays, steps and goes to a place of the film, by buttons and typed numbers. */
export function Transport() {
  const { film, playhead } = useStudio();
  const { frameIndex, isPlaying, rate } = usePlayhead();
  const { frames } = film;

  function goToPlace(typed: string): string {
    const placeMs = readPlaceMs(typed);
    if (placeMs === null || placeMs > frames.durationMs) return text("drafts.notAPlace");
    playhead.seek(placeMs);
    return "";
  }

  function goToPicture(typed: string): string {
    const number = Number(typed);
    if (!Number.isInteger(number) || number < 1 || number > frames.count) {
      return text("drafts.notAPicture", { count: frames.count });
    }
    playhead.show(number - 1);
    return "";
  }

  const skip = (byMs: number) => () => playhead.seek(Math.max(0, playhead.placeMs() + byMs));
  return (
    <section className={styles["transport"]} aria-label={text("studio.transport")}>
      <div className={styles["buttons"]}>
        <IconButton label={text("studio.back")} onPress={skip(-2_000)}>
          <RotateCcw size={20} />
        </IconButton>
        <IconButton label={text("studio.stepBack")} onPress={() => playhead.step(-1)}>
          <ChevronLeft size={24} />
        </IconButton>
        <Button kind="primary" onPress={() => (isPlaying ? playhead.pause() : playhead.play())}>
          {isPlaying ? <Pause aria-hidden size={20} /> : <Play aria-hidden size={20} />}
          {text(isPlaying ? "studio.pause" : "studio.play")}
        </Button>
        <IconButton label={text("studio.step")} onPress={() => playhead.step(1)}>
          <ChevronRight size={24} />
        </IconButton>
        <IconButton label={text("studio.forward")} onPress={skip(2_000)}>
          <RotateCw size={20} />
        </IconButton>
      </div>
      <div className={styles["places"]}>
        <TypedField
          label={text("studio.place")}
          written={writePlaceMs(frames.startMs(frameIndex))}
          isDisabled={false}
          onTyped={goToPlace}
        />
        <TypedField
          label={text("studio.picture", { count: frames.count })}
          written={String(frameIndex + 1)}
          isDisabled={false}
          onTyped={goToPicture}
        />
        <SelectField
          label={text("studio.rate")}
          value={String(rate)}
          options={filmRates.map((one) => ({
            value: String(one),
            label: text("studio.rateIs", { rate: one }),
          }))}
          onChange={(value) => {
            const chosen = filmRates.find((one) => String(one) === value);
            if (chosen !== undefined) playhead.setRate(chosen);
          }}
        />
      </div>
    </section>
  );
}
