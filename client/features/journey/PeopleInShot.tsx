import { useId } from "react";
import { text } from "#client/lib/text.ts";
import type { Person } from "#shared/domain/people.ts";
import styles from "./PeopleInShot.module.css";

/** Ticks for everybody who can be seen or heard; parents and carers stand behind the child. */
export function PeopleInShot(props: {
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  readonly onChange: (personIds: string[]) => void;
  readonly error: string;
}) {
  const { people, chosen, onChange, error } = props;
  const errorId = useId();
  return (
    <fieldset
      className={styles["field"]}
      {...(error === "" ? {} : { "aria-describedby": errorId })}
    >
      <legend className={styles["legend"]}>{text("clip.people")}</legend>
      <p className={styles["hint"]}>{text("clip.peopleHint")}</p>
      {people
        .filter((person) => person.relation !== "parentCarer")
        .map((person) => (
          <label key={person.personId} className={styles["choice"]}>
            <input
              type="checkbox"
              checked={chosen.includes(person.personId)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, person.personId]
                    : chosen.filter((personId) => personId !== person.personId),
                )
              }
            />
            <span>
              {person.name}{" "}
              <span className={styles["hint"]}>{text(`people.relation.${person.relation}`)}</span>
            </span>
          </label>
        ))}
      {error !== "" && (
        <p id={errorId} className={styles["error"]}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
