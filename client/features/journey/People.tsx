import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import { AddPersonDialog } from "./AddPersonDialog.tsx";
import styles from "./Journey.module.css";
import { PersonPermissions } from "./PersonPermissions.tsx";

/** Everybody whose permission counts, with what each has said for each purpose. */
export function People({ journey }: { readonly journey: Journey }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Card labelledBy="people-title">
      <h2 id="people-title">{text("people.title")}</h2>
      <p className={styles["quiet"]}>{text("people.lead")}</p>
      <ul className={styles["rows"]}>
        {journey.people.map((person) => (
          <li key={person.personId}>
            <PersonPermissions person={person} />
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={() => setAdding(true)}>{text("people.add")}</Button>
      </div>
      {isAdding && (
        <AddPersonDialog journeyId={journey.journeyId} onClose={() => setAdding(false)} />
      )}
    </Card>
  );
}
