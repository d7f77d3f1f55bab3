import { useId, useState } from "react";
import { writtenDayWords } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { KeepingFields } from "#client/ui/KeepingFields.tsx";
import type { PlannedEnd } from "#shared/domain/journey.ts";
import type { PlannedEndNews } from "#shared/protocol/planned-end-events.ts";
import styles from "./Signing.module.css";

interface PlannedEndFieldsProps {
  readonly connection: RoomConnection;
  readonly practitionerName: string;
  readonly mayWrite: boolean;
}

/** In a last review: what both want to keep and who sees it, and the day clips go, which both see. */
export function PlannedEndFields({ connection, ...props }: PlannedEndFieldsProps) {
  const noted = useRoomNews(connection, "end:planned");
  const id = useId();
  if (noted === null) return null;
  return (
    <section className={styles["next"]} aria-labelledby={id}>
      <h3 id={id}>{text("plannedEnd.title")}</h3>
      {props.mayWrite ? (
        <Writing connection={connection} noted={noted} {...props} />
      ) : (
        noted.keeps !== "" && <p>{noted.keeps}</p>
      )}
      <PlannedDay connection={connection} />
    </section>
  );
}

/** The day by whose end clips go when the journey ends with this review. */
export function PlannedDay({ connection }: Pick<PlannedEndFieldsProps, "connection">) {
  const noted = useRoomNews(connection, "end:planned");
  if (noted === null) return null;
  const day = writtenDayWords(noted.deletesOn ?? noted.latest);
  return <p className={styles["quiet"]}>{text("plannedEnd.day", { day })}</p>;
}

interface WritingProps extends Omit<PlannedEndFieldsProps, "mayWrite"> {
  readonly noted: PlannedEndNews;
}

/** The fields show what was noted last, whoever did, until somebody here writes in them. */
function Writing({ connection, noted, practitionerName }: WritingProps) {
  const [own, setOwn] = useState<PlannedEnd | null>(null);
  const [refusal, setRefusal] = useState("");
  const { latest, ...planned } = noted;
  const shown = own ?? { ...planned, deletesOn: planned.deletesOn ?? latest };

  async function handleNote() {
    const answer = await connection.ask("end:plan", { ...shown, keeps: shown.keeps.trim() });
    if (answer.ok) {
      setOwn(null);
      return setRefusal("");
    }
    setRefusal(refusalWords({ reason: answer.reason === "no-answer" ? "offline" : answer.reason }));
  }

  return (
    <Form onSubmit={() => void handleNote()} refusal={refusal}>
      <KeepingFields
        value={shown}
        onChange={setOwn}
        latest={latest}
        practitionerName={practitionerName}
        dayError=""
      />
      {own !== null && (
        <div>
          <Button type="submit">{text("nextFilm.note")}</Button>
        </div>
      )}
    </Form>
  );
}
