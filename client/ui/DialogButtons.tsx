import type { ReactNode } from "react";
import styles from "./Dialog.module.css";

/** The last row of a dialog or form: the main button last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles["actions"]}>{children}</div>;
}
