import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** Props of an empty place; `level` is the heading's place in the page. */
export interface EmptyStateProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Where nothing is yet: what will stand here and the one thing to do about it. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={styles["empty"]}>
      <Heading className={styles["title"]}>{title}</Heading>
      {children !== undefined && <p className={styles["words"]}>{children}</p>}
      {action !== undefined && <div className={styles["action"]}>{action}</div>}
    </div>
  );
}
