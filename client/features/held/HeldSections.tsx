import { useId } from "react";
import type { ReactNode } from "react";
import { endWords } from "#client/lib/end-words.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import type { Held, HeldOfPerson } from "#shared/protocol/held-routes.ts";
import styles from "./Held.module.css";

/** What is kept, who can see it and until when: facts in plain words, and nothing that is itself kept. */
export function HeldSections({ held }: { readonly held: Held }) {
  const guider = held.seenBy.find(({ role }) => role === "guider")?.name;
  const { countsPauses, deletesOn, clipsKeptDays: days, wordsKeptMonths: months } = held;
  const nowMs = useNowMs();
  return (
    <>
      {held.people.map((person) => (
        <Kept key={person.personId} person={person} isOwn={isOwn(held)} />
      ))}
      <Section title={text("held.who")}>
        <ul className={styles["facts"]}>
          {held.seenBy.map((one) => (
            <li key={`${one.role} ${one.name}`}>{seenWords(one, held)}</li>
          ))}
        </ul>
        <p>{text("held.seenElse")}</p>
        {countsPauses && <p>{text("held.pauses", { guider: guider ?? text("held.guider") })}</p>}
      </Section>
      <Section title={text("held.until")}>
        <p>{endWords(deletesOn === null ? null : { deletesOn }, days, nowMs)}</p>
        <p>{text("end.words", { months })}</p>
        <p>
          {guider === undefined ? text("held.soonerNobody") : text("held.sooner", { name: guider })}
        </p>
      </Section>
    </>
  );
}

/** Whether the reader reads of themselves, and not as a parent or carer of their child. */
export function isOwn({ relation }: Held): boolean {
  return relation !== "parentCarer";
}

function Kept({ person, isOwn: own }: { readonly person: HeldOfPerson; readonly isOwn: boolean }) {
  const { name, clips, pictures, words } = person;
  return (
    <Section title={own ? text("held.kept") : text("held.keptOf", { name })}>
      <ul className={styles["facts"]}>
        <li>{text("held.clips", { count: clips })}</li>
        <li>{text("held.pictures", { count: pictures })}</li>
        {words.map((kind) => (
          <li key={kind}>{text(`held.words.${kind}`, { name })}</li>
        ))}
        {words.length === 0 && <li>{text("held.words.none")}</li>}
      </ul>
    </Section>
  );
}

function seenWords({ role, name }: Held["seenBy"][number], { relation }: Held): string {
  const isReader = role === "practitioner" && relation === "practitioner";
  return text(isReader ? "held.seen.practitioner.you" : `held.seen.${role}`, { name });
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
