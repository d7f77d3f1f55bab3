import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Card.module.css";

/** Props of a card; the band's colour says what kind of thing it is. */
export interface CardProps {
  readonly band?: "none" | "lake" | "honey" | "leaf" | "clay";
  readonly children: ReactNode;
  /** The id of its heading, when the card is a region of its page. */
  readonly labelledBy?: string;
}

/** A white card with a 4 px band at its left and no shadow. */
export function Card({ band = "none", children, labelledBy }: CardProps) {
  const className = classNames(styles["card"], styles[band]);
  return labelledBy === undefined ? (
    <div className={className}>{children}</div>
  ) : (
    <section className={className} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
