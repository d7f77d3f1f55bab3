import Check from "lucide-react/icons/check";
import Hourglass from "lucide-react/icons/hourglass";
import { text } from "#client/lib/text.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { EndingPerson } from "./ending-news.ts";
import styles from "./Signing.module.css";

interface AgreementsProps {
  readonly ending: Ending;
  /** The guider and the practitioner. */
  readonly people: readonly EndingPerson[];
  readonly me: string;
}

/** Who of the two agrees to the board as it is. */
export function Agreements({ ending, people, me }: AgreementsProps) {
  return (
    <div className={styles["part"]}>
      <p className={styles["question"]}>{text("ending.agreement")}</p>
      <ul className={styles["people"]}>
        {people.map(({ participantId, name }) => {
          const agrees = ending.agreedBy.some((id) => id === participantId);
          const said = agrees ? "ending.agrees" : "ending.looking";
          const Icon = agrees ? Check : Hourglass;
          return (
            <li key={participantId} className={styles["person"]} data-agrees={agrees}>
              <Icon size={18} aria-hidden="true" />
              {participantId === me ? text(`${said}Own`) : text(said, { name })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
