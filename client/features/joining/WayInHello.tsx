import { Button } from "#client/ui/Button.tsx";
import { keepJoiningChoice, plainChoice, readJoiningChoice } from "#client/lib/joining-choice.ts";
import { unlockSound } from "#client/lib/sound.ts";
import { text } from "#client/lib/text.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";
import { DeviceCheck } from "./DeviceCheck.tsx";
import styles from "./WayIn.module.css";

/** Props of the one page before the door; `onAsk` is the one press it needs. */
export interface WayInHelloProps {
  readonly wayIn: WayIn;
  readonly onAsk: (company: Company) => void;
}

const keptLines = ["wayIn.kept1", "wayIn.kept2", "wayIn.kept3", "wayIn.kept4"] as const;

/** Who invited, what will happen, and two buttons that say who is here and ask to come in. */
export function WayInHello({ wayIn, onAsk }: WayInHelloProps) {
  const guider = wayIn.guiderName;
  const lead = wayIn.role === "supervisor" ? "wayIn.supervisorLead" : "wayIn.practitionerLead";

  function handleAsk(company: Company) {
    unlockSound();
    keepJoiningChoice(readJoiningChoice() ?? plainChoice);
    onAsk(company);
  }

  return (
    <div className={styles["panel"]}>
      <p className={styles["lead"]}>{text(lead, { guider, count: wayIn.clipCount })}</p>
      <p>{text("wayIn.please")}</p>
      <div className={styles["choices"]}>
        <Button kind="primary" wide onPress={() => handleAsk("just-me")}>
          {text("wayIn.justMe")}
        </Button>
        <Button kind="primary" wide onPress={() => handleAsk("someone-with-me")}>
          {text("wayIn.someone")}
        </Button>
        <p className={styles["quiet"]}>{text("wayIn.companyWhy", { guider })}</p>
      </div>
      <DeviceCheck />
      <details className={styles["details"]}>
        <summary>{text("wayIn.kept")}</summary>
        <ul>
          {keptLines.map((line) => (
            <li key={line}>{text(line, { guider })}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
