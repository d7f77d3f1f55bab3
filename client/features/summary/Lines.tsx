import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { OwnSummary } from "#shared/protocol/summary-routes.ts";
import type { Summary } from "#shared/report/summary.ts";
import { summaryLimits } from "#shared/report/summary.ts";
import styles from "./Summary.module.css";
import { groupLines, withLine, withoutLine } from "./summary-lines.ts";
import type { ShownLine } from "./summary-lines.ts";

interface LinesProps {
  readonly own: OwnSummary;
  /** Whether it was kept. */
  readonly keep: (summary: Summary) => Promise<boolean>;
}

/** Every line there could be, cycle by cycle; each is put in, reworded and taken out on its own. */
export function Lines({ own, keep }: LinesProps) {
  const { summary } = own;
  const groups = groupLines(own);
  const id = useId();
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h2 id={id}>{text("summary.lines")}</h2>
      {own.proposed.length === 0 && <p className={styles["quiet"]}>{text("summary.noLines")}</p>}
      {groups.map(({ cycleNumber, lines }) => (
        <div key={cycleNumber ?? "own"} className={styles["part"]}>
          <h3>
            {cycleNumber === null
              ? text("summary.kind.own")
              : text("summary.cycle", { cycle: cycleNumber })}
          </h3>
          <ul className={styles["lines"]}>
            {lines.map((line) => (
              <li key={line.lineId} className={styles["line"]} data-in={line.isIn}>
                <Line
                  key={line.text}
                  line={line}
                  onPut={(words) => keep(withLine(summary, line.lineId, words))}
                  onTake={() => keep(withoutLine(summary, line.lineId))}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <OwnLine onAdd={(words) => keep(withLine(summary, `own-${crypto.randomUUID()}`, words))} />
      <output className={styles["quiet"]}>
        {text("summary.count", { count: summary.lines.length })}
      </output>
    </section>
  );
}

interface LineProps {
  readonly line: ShownLine;
  readonly onPut: (words: string) => Promise<boolean>;
  readonly onTake: () => Promise<boolean>;
}

/** One button puts it in and takes it out, so that the focus stays where it was. */
function Line({ line, onPut, onTake }: LineProps) {
  const { kind, isIn } = line;
  const [words, setWords] = useState(line.text);
  const [written, changed] = [words.trim(), words.trim() !== line.text];
  const name = text(isIn ? "summary.takeOutNamed" : "summary.putInNamed", { line: line.text });
  return (
    <>
      <div className={styles["lineHead"]}>
        <span className={styles["kind"]}>{text(`summary.kind.${kind}`)}</span>
        {isIn && <StatusChip tone="good">{text("summary.isIn")}</StatusChip>}
      </div>
      {isIn ? (
        <TextField
          label={text("summary.reword")}
          rows={2}
          maxLength={summaryLimits.lineCharacters}
          value={words}
          onChange={setWords}
        />
      ) : (
        <p className={styles["words"]}>{line.text}</p>
      )}
      <div className={styles["buttons"]}>
        <Button
          kind={isIn ? "quiet" : "plain"}
          aria-label={name}
          onPress={() => void (isIn ? onTake() : onPut(line.text))}
        >
          {text(isIn ? "summary.takeOut" : "summary.putIn")}
        </Button>
        {isIn && changed && written !== "" && (
          <Button kind="primary" onPress={() => void onPut(written)}>
            {text("summary.rewordKeep")}
          </Button>
        )}
      </div>
    </>
  );
}

function OwnLine({ onAdd }: { readonly onAdd: LineProps["onPut"] }) {
  const [words, setWords] = useState("");

  async function handleAdd() {
    if (words.trim() !== "" && (await onAdd(words.trim()))) setWords("");
  }

  return (
    <Form onSubmit={() => void handleAdd()} refusal="">
      <TextField
        label={text("summary.ownLine")}
        rows={2}
        maxLength={summaryLimits.lineCharacters}
        value={words}
        onChange={setWords}
      />
      <div>
        <Button type="submit" isDisabled={words.trim() === ""}>
          {text("summary.ownLineAdd")}
        </Button>
      </div>
    </Form>
  );
}
