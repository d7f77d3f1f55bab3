import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { toLocalField, writtenDayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import type { Dissent } from "#shared/protocol/people-routes.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

interface DissentsProps {
  readonly journey: Pick<Journey, "journeyId" | "childName">;
  readonly dissents: readonly Dissent[];
}

/** The times the child showed that filming should stop; a line goes after a second press. */
export function Dissents({ journey: { journeyId, childName: name }, dissents }: DissentsProps) {
  const change = useChange();
  const today = toLocalField(useNowMs()).slice(0, 10);
  const [happenedOn, setHappenedOn] = useState(today);
  const [words, setWords] = useState("");
  const [isChecked, setChecked] = useState(false);
  const params = { journeyId };

  async function handleAdd() {
    setChecked(true);
    if (words.trim() === "" || happenedOn === "" || change.isSending) return;
    const answer = await change.make(() =>
      call("addDissent", { params, body: { happenedOn, words } }),
    );
    if (!answer.ok) return;
    setWords("");
    setChecked(false);
  }

  return (
    <>
      <h3>{text("dissent.title", { name })}</h3>
      {dissents.length === 0 && <p className={styles["quiet"]}>{text("dissent.none")}</p>}
      <ul className={styles["rows"]}>
        {dissents.map((dissent) => (
          <li key={dissent.dissentId} className={styles["row"]}>
            <div className={styles["rowWords"]}>
              <p className={styles["quiet"]}>{writtenDayWords(dissent.happenedOn)}</p>
              <p>{dissent.words}</p>
            </div>
            <Removal
              dissent={dissent}
              onRemove={({ dissentId }) =>
                void change.make(() => call("removeDissent", { params, body: { dissentId } }))
              }
            />
          </li>
        ))}
      </ul>
      <Form onSubmit={() => void handleAdd()} refusal={change.refusal}>
        <TextField
          label={text("dissent.day")}
          type="date"
          value={happenedOn}
          onChange={setHappenedOn}
          error={isChecked && happenedOn === "" ? text("dissent.needDay") : ""}
        />
        <TextField
          label={text("dissent.words", { name })}
          maxLength={300}
          value={words}
          onChange={setWords}
          error={isChecked && words.trim() === "" ? text("dissent.needWords") : ""}
        />
        <div>
          <Button type="submit" isPending={change.isSending}>
            {text("dissent.add")}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** The first press asks, the second takes the line away. */
function Removal({
  dissent,
  onRemove,
}: {
  readonly dissent: Dissent;
  readonly onRemove: (dissent: Dissent) => void;
}) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    const day = writtenDayWords(dissent.happenedOn);
    return (
      <Button
        kind="quiet"
        aria-label={text("dissent.removeName", { day })}
        onPress={() => setAsking(true)}
      >
        {text("dissent.remove")}
      </Button>
    );
  }
  return (
    <div className={styles["rowActions"]}>
      <Button autoFocus kind="quiet" onPress={() => setAsking(false)}>
        {text("dissent.keep")}
      </Button>
      <Button kind="destructive" onPress={() => onRemove(dissent)}>
        {text("dissent.removeYes")}
      </Button>
    </div>
  );
}
