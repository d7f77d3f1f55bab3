import { useId, useState } from "react";
import { writtenDayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Supervision } from "#shared/domain/trainee-log.ts";
import styles from "./TraineeLog.module.css";

interface SupervisionHoursProps {
  readonly supervisions: readonly Supervision[];
  readonly isSending: boolean;
  /** Why the last change was refused; empty when it was not. */
  readonly refusal: string;
  /** Whether it was written down. */
  readonly onAdd: (hour: Omit<Supervision, "supervisionId">) => Promise<boolean>;
  readonly onRemove: (hour: Supervision) => void;
}

/** The hours of supervision by their day and with whom, and a form for one more. */
export function SupervisionHours(props: SupervisionHoursProps) {
  const { supervisions, isSending, refusal, onAdd, onRemove } = props;
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("log.supervision")}</h2>
      {supervisions.length === 0 && <p className={styles["quiet"]}>{text("log.noSupervision")}</p>}
      <ul className={styles["rows"]}>
        {supervisions.map((hour) => {
          const words = { day: writtenDayWords(hour.heldOn), name: hour.withWhom };
          return (
            <li key={hour.supervisionId} className={styles["hour"]}>
              <span className={styles["words"]}>{text("log.hour", words)}</span>
              <Button
                kind="quiet"
                aria-label={text("log.removeNamed", words)}
                onPress={() => onRemove(hour)}
              >
                {text("log.remove")}
              </Button>
            </li>
          );
        })}
      </ul>
      <NewHour isSending={isSending} refusal={refusal} onAdd={onAdd} />
    </Card>
  );
}

function NewHour({
  isSending,
  refusal,
  onAdd,
}: Pick<SupervisionHoursProps, "isSending" | "refusal" | "onAdd">) {
  const [heldOn, setHeldOn] = useState("");
  const [withWhom, setWithWhom] = useState("");
  const [isChecked, setChecked] = useState(false);
  const isNameMissing = withWhom.trim() === "";

  async function handleAdd() {
    setChecked(true);
    if (heldOn === "" || isNameMissing || isSending) return;
    if (!(await onAdd({ heldOn, withWhom }))) return;
    setHeldOn("");
    setChecked(false);
  }

  return (
    <Form onSubmit={() => void handleAdd()} refusal={refusal}>
      <div className={styles["pair"]}>
        <TextField
          label={text("log.day")}
          type="date"
          value={heldOn}
          onChange={setHeldOn}
          error={isChecked && heldOn === "" ? text("log.needDay") : ""}
        />
        <TextField
          label={text("log.withWhom")}
          autoComplete="off"
          maxLength={60}
          value={withWhom}
          onChange={setWithWhom}
          error={isChecked && isNameMissing ? text("log.needName") : ""}
        />
      </div>
      <div>
        <Button type="submit" isPending={isSending}>
          {text("log.add")}
        </Button>
      </div>
    </Form>
  );
}
