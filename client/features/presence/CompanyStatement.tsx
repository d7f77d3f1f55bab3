import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { Company } from "#shared/protocol/company.ts";
import styles from "./CompanyStatement.module.css";

/** What I said about who sits with me, and one press to change it. The other side always sees it. */
export function CompanyStatement(props: {
  readonly company: Company;
  readonly onSay: (company: Company) => void;
  readonly onStage?: boolean;
}) {
  const { company, onSay, onStage = false } = props;
  const isAlone = company === "just-me";
  return (
    <div className={styles["statement"]} role="group" aria-label={text("presence.companyMine")}>
      <span className={styles["words"]}>{text(`presence.iSaid.${company}`)}</span>
      <Button
        kind="quiet"
        onStage={onStage}
        onPress={() => onSay(isAlone ? "someone-with-me" : "just-me")}
      >
        {text(isAlone ? "presence.saySomeone" : "presence.sayJustMe")}
      </Button>
    </div>
  );
}
