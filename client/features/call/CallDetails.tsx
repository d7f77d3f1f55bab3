import { text } from "#client/lib/text.ts";
import type { CallPerson, CallSnapshot } from "./call.ts";
import styles from "./CallDialog.module.css";
import { lineWords, pathWords, sealWords } from "./call-words.ts";

export interface CallDetailsProps {
  readonly call: CallSnapshot;
  readonly nameOf: (participantId: string) => string;
}

/** Who can hear the call, by which way it goes and how everybody's line is: never a task, only to look up. */
export function CallDetails({ call, nameOf }: CallDetailsProps) {
  const hasCodes = call.people.some((person) => person.safetyCode !== null);
  return (
    <details className={styles["details"]}>
      <summary>{text("call.details")}</summary>
      <div className={styles["part"]}>
        <p>{sealWords(call.sealedTo)}</p>
        {call.path !== null && <p>{pathWords(call.path)}</p>}
        <dl className={styles["people"]}>
          {call.people.map((person) => (
            <div key={person.participantId}>
              <dt>{nameOf(person.participantId)}</dt>
              <dd>
                <PersonDetails person={person} />
              </dd>
            </div>
          ))}
        </dl>
        {hasCodes && <p className={styles["soft"]}>{text("call.code-help")}</p>}
      </div>
    </details>
  );
}

function PersonDetails({ person }: { readonly person: CallPerson }) {
  const { isConnected, safetyCode } = person;
  return (
    <>
      {isConnected ? lineWords(person) : text("call.line-reconnecting")}
      {safetyCode !== null && (
        <>
          <br />
          {text("call.code", { words: safetyCode.join(" ") })}
        </>
      )}
    </>
  );
}
