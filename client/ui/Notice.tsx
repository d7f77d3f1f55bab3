import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./Notice.module.css";

const icons = { info: Info, attention: TriangleAlert, good: CircleCheck } as const;

/** Props of a notice; `attention` for what could not be done, `good` for what is ready or saved. */
export interface NoticeProps {
  readonly tone?: keyof typeof icons;
  readonly title?: string;
  readonly children: ReactNode;
  /** Read out when it appears; leave false for one that stands on the page from the start. */
  readonly isAnnounced?: boolean;
}

/** A plain sentence in a tinted band: what happened, what is safe, what to do. */
export function Notice({ tone = "info", title, children, isAnnounced = false }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classNames(styles["notice"], styles[tone])}
      {...(isAnnounced ? { role: tone === "attention" ? "alert" : "status" } : {})}
    >
      <Icon aria-hidden="true" size={20} className={styles["icon"]} />
      <div className={styles["words"]}>
        {title !== undefined && <p className={styles["title"]}>{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  );
}
