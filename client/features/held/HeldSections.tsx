import { useId } from "react";
import type { ReactNode } from "react";
import { useNowMs } from "#client/lib/use-now.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import styles from "./Held.module.css";
import { heldParts } from "./held-facts.ts";

interface HeldSectionsProps {
  readonly held: Held;
  /** Until when is said elsewhere on the page, and not twice. */
  readonly isEndElsewhere?: boolean;
}

/** What is kept, who can see it and until when: facts in plain words, and nothing that is itself kept. */
export function HeldSections({ held, isEndElsewhere = false }: HeldSectionsProps) {
  const nowMs = useNowMs();
  return heldParts(held, isEndElsewhere ? null : nowMs).map(({ title, facts, rest }, n) => (
    <Section key={n} title={title}>
      {facts.length > 0 && (
        <ul className={styles["facts"]}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {rest.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Section>
  ));
}

/** A part of the page with its heading. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
