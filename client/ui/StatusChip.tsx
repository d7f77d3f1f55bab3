import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./StatusChip.module.css";

/** Props of a chip. `good` is saved, in step or ready; `attention` is reconnecting and the like. */
export interface StatusChipProps {
  readonly tone?: "calm" | "good" | "attention";
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly onStage?: boolean;
  /** Its words are announced politely when they change. */
  readonly isLive?: boolean;
  /** On a phone its icon alone is seen while nothing needs attention; its words are still read out. */
  readonly isTight?: boolean;
}

/** One state in a few words with an icon, always in the same place. */
export function StatusChip(props: StatusChipProps) {
  const { tone = "calm", icon, children, onStage = false, isLive = false } = props;
  const Element = isLive ? "output" : "span";
  const isTight = props.isTight === true && tone !== "attention";
  return (
    <Element
      className={classNames(
        styles["chip"],
        styles[tone],
        onStage && styles["onStage"],
        isTight && styles["tight"],
      )}
    >
      {icon !== undefined && (
        <span className={styles["icon"]} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={styles["words"]}>{children}</span>
    </Element>
  );
}
