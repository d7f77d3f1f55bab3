import { Eye, HeartHandshake, Sprout, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./QuestionCard.module.css";

/** The four kinds of the board: the child's start, the answer to it, what went well, do more of. */
export type CardKind = "sky" | "lake" | "honey" | "plum";

const icons = { sky: Eye, lake: HeartHandshake, honey: Sun, plum: Sprout } as const;

/** One card; `headingId` names its field. On a narrow screen only the current one is shown. */
export interface QuestionCardProps {
  readonly kind: CardKind;
  readonly heading: string;
  readonly headingId: string;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

/** A question in one of the four board colours: always colour and icon and heading together. */
export function QuestionCard({ kind, heading, headingId, isCurrent, children }: QuestionCardProps) {
  const Icon = icons[kind];
  return (
    <section
      className={classNames(styles["card"], styles[kind], isCurrent && styles["current"])}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} className={styles["heading"]}>
        <Icon size={20} aria-hidden="true" />
        <span>{heading}</span>
      </h2>
      {children}
    </section>
  );
}
