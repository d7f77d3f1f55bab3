import { useId, useState } from "react";
import { writtenDayWords } from "#client/lib/dates.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { FilmDayButton } from "#client/ui/FilmDayButton.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { NextFilm } from "#shared/domain/journey.ts";
import styles from "./Signing.module.css";

interface NextFilmFieldsProps {
  readonly connection: RoomConnection;
  readonly reviewId: string;
  readonly mayWrite: boolean;
}

/** The next film as both agree on it: a day and what will be filmed, to be noted, and taken along. */
export function NextFilmFields({ connection, reviewId, mayWrite }: NextFilmFieldsProps) {
  const noted = useRoomNews(connection, "film:planned");
  const id = useId();
  if (noted === null || (!mayWrite && noted.nextOn === null && noted.nextWhat === "")) return null;
  return (
    <section className={styles["next"]} aria-labelledby={id}>
      <h3 id={id}>{text("nextFilm.title")}</h3>
      {mayWrite ? (
        <Writing connection={connection} noted={noted} />
      ) : (
        <p>
          {[noted.nextOn === null ? "" : writtenDayWords(noted.nextOn), noted.nextWhat]
            .filter(Boolean)
            .join(", ")}
        </p>
      )}
      <FilmDayButton reviewId={reviewId} film={noted} />
    </section>
  );
}

interface WritingProps {
  readonly connection: RoomConnection;
  readonly noted: NextFilm;
}

/** Each field shows what was noted last, whoever did, until somebody here writes in it. */
function Writing({ connection, noted }: WritingProps) {
  const [ownDay, setDay] = useState<string | null>(null);
  const [ownWhat, setWhat] = useState<string | null>(null);
  const [refusal, setRefusal] = useState("");
  const day = ownDay ?? noted.nextOn ?? "";
  const what = ownWhat ?? noted.nextWhat;
  const isChanged = day !== (noted.nextOn ?? "") || what.trim() !== noted.nextWhat;

  async function handleNote() {
    const film = { nextOn: day === "" ? null : day, nextWhat: what.trim() };
    const answer = await connection.ask("film:plan", film);
    if (answer.ok) {
      setDay(null);
      setWhat(null);
      return setRefusal("");
    }
    setRefusal(refusalWords({ reason: answer.reason === "no-answer" ? "offline" : answer.reason }));
  }

  return (
    <Form onSubmit={() => void handleNote()} refusal={refusal}>
      <div className={styles["nextFilm"]}>
        <TextField label={text("nextFilm.day")} type="date" value={day} onChange={setDay} />
        <TextField label={text("nextFilm.what")} maxLength={200} value={what} onChange={setWhat} />
      </div>
      {isChanged && (
        <div>
          <Button type="submit">{text("nextFilm.note")}</Button>
        </div>
      )}
    </Form>
  );
}
