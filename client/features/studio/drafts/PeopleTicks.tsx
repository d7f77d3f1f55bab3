import { text } from "#client/lib/text.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/people.ts";
import { purposesWords } from "./draft-words.ts";
import styles from "./Drafts.module.css";

/** Ticks for everybody who can be seen or heard, each with the permission that is still to come. */
export function PeopleTicks(props: {
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  readonly onChange: (personIds: string[]) => void;
}) {
  const { people, chosen, onChange } = props;
  return (
    <fieldset className={styles["ticks"]}>
      <legend className={styles["quiet"]}>{text("drafts.peopleHint")}</legend>
      {people
        .filter(({ relation }) => relation !== "parentCarer")
        .map((person) => {
          const { personId, name, relation } = person;
          const isChosen = chosen.includes(personId);
          const without = chosen.filter((other) => other !== personId);
          return (
            <label key={personId} className={styles["tick"]}>
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => onChange(isChosen ? without : [...chosen, personId])}
              />
              <span>
                {name}{" "}
                <span className={styles["quiet"]}>{text(`people.relation.${relation}`)}</span>
                <span className={styles["wanted"]}>{notAgreedWords(person)}</span>
              </span>
            </label>
          );
        })}
    </fieldset>
  );
}

function notAgreedWords(person: Person): string {
  const missing = missingPermissions([person], purposesToReview);
  if (missing.length === 0) return "";
  return text("drafts.notAgreed", {
    purposes: purposesWords(missing.map(({ purpose }) => purpose)),
  });
}
