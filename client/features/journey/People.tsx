import { useState } from "react";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import { AddPersonDialog } from "./AddPersonDialog.tsx";
import { AgreedWithPeople } from "./AgreedWithPeople.tsx";
import { Dissents } from "./Dissents.tsx";
import styles from "./Journey.module.css";
import { PersonPermissions } from "./PersonPermissions.tsx";
import personStyles from "./PersonPermissions.module.css";
import { usePeopleNotes } from "./use-journey.ts";

/** Everybody whose permission counts, with what each has said for each purpose, and what is agreed beside it. */
export function People({ journey }: { readonly journey: Journey }) {
  const [isAdding, setAdding] = useState(false);
  const notes = usePeopleNotes(journey.journeyId);
  const { links, dissents } = notes?.ok === true ? notes.value : { links: [], dissents: [] };
  return (
    <Card labelledBy="people-title">
      <h2 id="people-title">{text("people.title")}</h2>
      <p className={styles["quiet"]}>{text("people.lead")}</p>
      {notes?.ok === false && <Notice tone="attention">{refusalWords(notes)}</Notice>}
      <ul className={styles["rows"]}>
        {journey.people.map((person) => (
          <li key={person.personId}>
            <PersonPermissions
              person={person}
              links={links.filter(({ personId }) => personId === person.personId)}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={() => setAdding(true)}>{text("people.add")}</Button>
      </div>
      <details className={personStyles["person"]}>
        <summary className={personStyles["summary"]}>
          <span className={personStyles["name"]}>{text("agreed.title")}</span>
        </summary>
        <div className={personStyles["inside"]}>
          <AgreedWithPeople journey={journey} />
          <Dissents journey={journey} dissents={dissents} />
        </div>
      </details>
      {isAdding && (
        <AddPersonDialog journeyId={journey.journeyId} onClose={() => setAdding(false)} />
      )}
    </Card>
  );
}
