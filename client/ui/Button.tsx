import { Button as AriaButton } from "react-aria-components/Button";
import type { ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Button.module.css";

/** What a button is for; `hold` keeps a moment, `destructive` deletes or leaves. */
export type ButtonKind = "primary" | "plain" | "quiet" | "hold" | "destructive";

/** Press, focus and aria props of react-aria, and the look. */
export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "isPending"> {
  readonly kind?: ButtonKind;
  /** What it does is under way: it keeps its focus and does nothing more. */
  readonly isPending?: boolean;
  /** The look on the dark stage behind the video. */
  readonly onStage?: boolean;
  /** As wide as its container: the one main action of a narrow page. */
  readonly wide?: boolean;
}

/** A button that says what happens when it is pressed. `plain` unless told otherwise. */
export function Button(props: ButtonProps) {
  const { kind = "plain", onStage = false, wide = false, isPending = false, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      {...(onStage ? { "data-on-stage": "" } : {})}
      {...(isPending ? pending : {})}
      className={buttonClasses(kind, { onStage, wide })}
    />
  );
}

/** react-aria's own pending state leaves nameless images behind in its live region (axe role-img-alt). */
const pending = { "aria-disabled": true, type: "button", onPress: () => undefined } as const;

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
