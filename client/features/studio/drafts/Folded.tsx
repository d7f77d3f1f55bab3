import type { ReactNode } from "react";
import styles from "./Drafts.module.css";

/** A part of the details that is opened when it is wanted; what is in it is said in a few words beside its title. */
export function Folded(props: {
  readonly title: string;
  readonly state: string;
  readonly children: ReactNode;
}) {
  const { title, state, children } = props;
  return (
    <details className={styles["folded"]}>
      <summary className={styles["summary"]}>
        <span className={styles["name"]}>{title}</span>{" "}
        <span className={styles["quiet"]}>{state}</span>
      </summary>
      <div className={styles["foldedBody"]}>{children}</div>
    </details>
  );
}
