import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import styles from "./Page.module.css";

/** Props of a page; its title is its heading and its tab's name, so it holds no name of a child. */
export interface PageProps {
  readonly title: string;
  /** The tab's name where the heading holds a name. */
  readonly tabTitle?: string;
  /** `narrow` for one thing to read or do, `wide` for the guider's pages, `full` for a film beside its clips. */
  readonly width?: "narrow" | "wide" | "full";
  /** Beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let hasShownPage = false;

/** A page with its one heading, which takes the focus when the app moves from another page to it. */
export function Page({ title, tabTitle = title, width = "narrow", actions, children }: PageProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tabTitle} – ${text("common.product")}`;
  }, [tabTitle]);
  useEffect(() => {
    if (hasShownPage) headingRef.current?.focus();
    hasShownPage = true;
  }, []);
  return (
    <main id="main" tabIndex={-1} className={classNames(styles["main"], styles[width])}>
      {width === "narrow" && (
        <p className={styles["brand"]}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          {text("common.product")}
        </p>
      )}
      <div className={styles["head"]}>
        <h1 ref={headingRef} tabIndex={-1} className={styles["title"]}>
          {title}
        </h1>
        {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
      </div>
      {children}
    </main>
  );
}
