import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { calendarFile } from "#shared/domain/calendar.ts";
import type { NextFilm } from "#shared/domain/journey.ts";
import { Button } from "./Button.tsx";

interface FilmDayButtonProps {
  /** The review that agreed on it. */
  readonly reviewId: string;
  readonly film: NextFilm;
}

/** Takes the day of the next film along as a file for any calendar; nothing while no day is known. */
export function FilmDayButton({ reviewId, film: { nextOn, nextWhat } }: FilmDayButtonProps) {
  if (nextOn === null) return null;

  function handleSave(day: string) {
    const file = calendarFile({
      uid: `${reviewId}@sameframe`,
      day,
      title: text("nextFilm.title"),
      description: nextWhat,
      madeAtMs: Date.now(),
    });
    saveFile("next-film.ics", new Blob([file], { type: "text/calendar;charset=utf-8" }));
  }

  return (
    <div>
      <Button kind="quiet" onPress={() => handleSave(nextOn)}>
        {text("nextFilm.calendar")}
      </Button>
    </div>
  );
}
