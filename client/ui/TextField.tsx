import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import type { TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Field.module.css";

/** A labelled line or area of text; `onChange` gives the text itself. */
export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  "className" | "style" | "children"
> {
  readonly label: string;
  /** A quiet line under the label: what is asked for, or a sentence starter. */
  readonly hint?: string;
  /** What to change, in a sentence; shown and announced when the field is invalid. */
  readonly error?: string;
  /** More than one: a text area of this height. */
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A field with its label, hint and, when needed, the sentence that says what to change. */
export function TextField({
  label,
  hint,
  error = "",
  rows = 1,
  placeholder = "",
  ...rest
}: TextFieldProps) {
  const control = classNames(styles["control"]);
  return (
    <AriaTextField {...rest} isInvalid={error !== ""} className={classNames(styles["field"])}>
      <Label className={classNames(styles["label"])}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={classNames(styles["hint"])}>
          {hint}
        </Text>
      )}
      {rows > 1 ? (
        <TextArea className={control} rows={rows} placeholder={placeholder} />
      ) : (
        <Input className={control} placeholder={placeholder} />
      )}
      <FieldError className={classNames(styles["error"])}>{error}</FieldError>
    </AriaTextField>
  );
}
