import type { ReactNode } from "react";
import styles from "./Form.module.css";
import { Notice } from "./Notice.tsx";

/** Props of a form. `refusal` is the sentence for a refusal, empty when there is none. */
export interface FormProps {
  readonly onSubmit: () => void;
  readonly refusal: string;
  readonly children: ReactNode;
  readonly id?: string;
}

/** Fields one under the other; Enter sends, and a refusal is announced above the fields. */
export function Form({ onSubmit, refusal, children, id }: FormProps) {
  return (
    <form
      className={styles["form"]}
      noValidate
      {...(id === undefined ? {} : { id })}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
      {children}
    </form>
  );
}
