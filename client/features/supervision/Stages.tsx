import { useId } from "react";
import { text } from "#client/lib/text.ts";
import { Card } from "#client/ui/Card.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { countStages, guiderStageSchema, trainingStages } from "#shared/domain/trainee-log.ts";
import type { GuiderStage, TraineeLog } from "#shared/domain/trainee-log.ts";
import styles from "./TraineeLog.module.css";

interface StagesProps {
  readonly log: TraineeLog;
  readonly isSending: boolean;
  readonly onStage: (stage: GuiderStage) => void;
}

/** Where the guider says they are in training, and what of the log falls into each stage. */
export function Stages({ log, isSending, onStage }: StagesProps) {
  const id = useId();
  const counts = countStages(log);
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("log.stages")}</h2>
      <div className={styles["stage"]}>
        <SelectField
          label={text("log.stage")}
          value={log.stage}
          options={guiderStageSchema.options.map((stage) => ({
            value: stage,
            label: nameOf(stage),
          }))}
          isDisabled={isSending}
          onChange={onStage}
        />
      </div>
      <p className={styles["quiet"]}>{text("log.stagesLead")}</p>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {(["stage", "cycles", "practitioners", "hours"] as const).map((column) => (
              <th key={column} scope="col">
                {text(`log.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trainingStages.map((needed, place) => {
            const { cycles, practitioners, hours } = counts[place] ?? noCount;
            return (
              <tr key={needed.stage}>
                <th scope="row">{nameOf(needed.stage)}</th>
                <td>{text("log.cyclesOf", { count: cycles, needed: needed.cycles })}</td>
                <td>
                  {text("log.practitionersOf", {
                    count: practitioners,
                    needed: needed.practitioners,
                  })}
                </td>
                <td>{text("log.cyclesOf", { count: hours, needed: needed.hours })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

const noCount = { cycles: 0, practitioners: 0, hours: 0 } as const;

const nameOf = (stage: GuiderStage) => text(`log.stage.${stage === "" ? "none" : stage}`);
