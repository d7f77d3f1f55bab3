import { Button as AriaButton } from "react-aria-components/Button";
import type { ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Button.module.css";

/** What a button is for; `hold` keeps a moment, `destructive` deletes or leaves. */
export type ButtonKind = "primary" | "plain" | "quiet" | "hold" | "destructive";

/** Press, focus and aria props of react-aria, and the look. */
export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style"> {
  readonly kind?: ButtonKind;
  /** The look on the dark stage behind the video. */
  readonly onStage?: boolean;
  /** As wide as its container: the one main action of a narrow page. */
  readonly wide?: boolean;
}

/** A button that says what happens when it is pressed. `plain` unless told otherwise. */
export function Button({ kind = "plain", onStage = false, wide = false, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(onStage ? { "data-on-stage": "" } : {})}
      className={buttonClasses(kind, { onStage, wide })}
    />
  );
}

/** The classes of a button, for a link that leads to another page and looks like one. */
export function buttonClasses(
  kind: ButtonKind,
  { onStage = false, wide = false }: { onStage?: boolean; wide?: boolean } = {},
): string {
  return classNames(
    styles["button"],
    styles[kind],
    onStage && styles["onStage"],
    wide && styles["wide"],
  );
}
