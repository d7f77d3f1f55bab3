import { text } from "#client/lib/text.ts";
import { cycleSteps } from "#shared/domain/cycle-steps.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import styles from "./StepLine.module.css";

/** The five steps of a cycle with the one that comes now; `isShort` shows that one's name only. */
export function StepLine(props: {
  readonly journey: Journey;
  readonly cycle: Cycle;
  readonly isShort?: boolean;
}) {
  const { journey, cycle, isShort = false } = props;
  return (
    <ol className={styles["steps"]} aria-label={text("steps.name", { number: cycle.number })}>
      {cycleSteps(journey, cycle).map(({ name, state }) => (
        <li
          key={name}
          className={styles["step"]}
          data-state={state}
          aria-current={state === "now" ? "step" : undefined}
        >
          <span className={styles["dot"]} aria-hidden="true" />
          <span className={isShort && state !== "now" ? "visually-hidden" : styles["label"]}>
            {text(`steps.${name}`)}
            <span className="visually-hidden">{text(`steps.is.${state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
