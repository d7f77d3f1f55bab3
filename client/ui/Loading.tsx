import { text } from "#client/lib/text.ts";
import styles from "./Loading.module.css";

/** A quiet line while a page or its facts are on their way. */
export function Loading({ words = text("common.loading") }: { readonly words?: string }) {
  return (
    <p className={styles["loading"]} role="status">
      {words}
    </p>
  );
}
