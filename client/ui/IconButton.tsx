import type { ReactNode } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Button } from "./Button.tsx";
import type { ButtonProps } from "./Button.tsx";
import styles from "./IconButton.module.css";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "wide"> {
  /** The button's name: read by a screen reader and shown as its tooltip. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A 44 px button that shows an icon only; its name is never left out. */
export function IconButton({ label, kind = "quiet", children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button {...rest} kind={kind} aria-label={label}>
        <span className={styles["icon"]} aria-hidden="true">
          {children}
        </span>
      </Button>
      <Tooltip className={styles["tooltip"] ?? ""} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
