import type { CallRefusal } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { Purpose } from "#shared/domain/people.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import styles from "./Held.module.css";
import { HeldPermissions } from "./HeldPermissions.tsx";
import { isOwn } from "./held-facts.ts";
import { HeldSections } from "./HeldSections.tsx";

interface HeldViewProps {
  readonly held: Held;
  /** When the reader's link ends, epoch UTC. */
  readonly closesAtMs: number;
  readonly onWithdraw: (personId: string, purpose: Purpose) => Promise<CallRefusal | null>;
}

/** The whole plain-words page of one person's link. */
export function HeldView({ held, closesAtMs, onWithdraw }: HeldViewProps) {
  const [first] = held.people;
  return (
    <Page title={text("held.hello", { name: held.name })} tabTitle={text("held.title")}>
      {first === undefined ? (
        <p>{text("held.nobody")}</p>
      ) : (
        <p>{isOwn(held) ? text("held.leadOwn") : text("held.leadChild", { name: first.name })}</p>
      )}
      <HeldSections held={held} />
      {held.people.map((person) => (
        <HeldPermissions
          key={person.personId}
          person={person}
          isOwn={isOwn(held)}
          onWithdraw={onWithdraw}
        />
      ))}
      <p className={styles["foot"]}>{text("held.linkUntil", { day: dayWords(closesAtMs) })}</p>
      <div className={styles["onScreen"]}>
        <Button onPress={() => window.print()}>{text("held.print")}</Button>
      </div>
    </Page>
  );
}
