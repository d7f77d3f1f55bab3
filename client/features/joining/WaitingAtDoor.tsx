import { Button } from "#client/ui/Button.tsx";
import { text } from "#client/lib/text.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";
import { QuietPicture } from "./QuietPicture.tsx";
import styles from "./WayIn.module.css";

/** Props of the waiting panel: the knock as the server told it. */
export interface WaitingAtDoorProps {
  readonly guiderName: string;
  readonly knock: Extract<KnockState, { state: "waiting" }>;
  readonly company: Company | null;
  readonly isConnected: boolean;
  readonly onCancel: () => void;
}

/** Waiting: who has been told, the two words on both screens, and what to do if nobody comes. */
export function WaitingAtDoor(props: WaitingAtDoorProps) {
  const { guiderName: guider, knock, company, isConnected, onCancel } = props;
  return (
    <div className={styles["panel"]}>
      <QuietPicture />
      <p className={styles["lead"]}>
        {text(knock.guiderIsHere ? "waiting.words" : "waiting.aloneWords", { guider })}
      </p>
      {company !== null && <p>{text(`waiting.company.${company}`)}</p>}
      <div className={styles["code"]}>
        <p className={styles["quiet"]}>{text("waiting.code")}</p>
        <p className={styles["words"]} data-code={knock.code.join(" ")}>
          {knock.code[0]} <span aria-hidden="true">·</span> {knock.code[1]}
        </p>
      </div>
      <output className={styles["link"]}>{isConnected ? "" : text("waiting.lost")}</output>
      <p>{text("waiting.help", { guider })}</p>
      <div>
        <Button onPress={onCancel}>{text("waiting.cancel")}</Button>
      </div>
    </div>
  );
}
