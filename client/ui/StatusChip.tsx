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
}

/** One state in a few words with an icon, always in the same place. */
export function StatusChip(props: StatusChipProps) {
  const { tone = "calm", icon, children, onStage = false, isLive = false } = props;
  const Element = isLive ? "output" : "span";
  return (
    <Element className={classNames(styles["chip"], styles[tone], onStage && styles["onStage"])}>
      {icon !== undefined && (
        <span className={styles["icon"]} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>{children}</span>
    </Element>
  );
}
