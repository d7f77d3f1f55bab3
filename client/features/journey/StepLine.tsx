import { text } from "#client/lib/text.ts";
import type { CycleStep } from "#shared/domain/cycle-steps.ts";
import styles from "./StepLine.module.css";

/** The five steps of a cycle with the one that comes now; `isShort` shows that one's name only. */
export function StepLine(props: {
  /** The cycle's number. */
  readonly number: number;
  readonly steps: readonly CycleStep[];
  readonly isShort?: boolean;
}) {
  const { number, steps, isShort = false } = props;
  return (
    <ol className={styles["steps"]} aria-label={text("steps.name", { number })}>
      {steps.map(({ name, state }) => (
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
