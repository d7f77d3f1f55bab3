import { momentWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { WayIn } from "#shared/protocol/http-api.ts";
import styles from "./WayIn.module.css";

/** Why a link does not lead in now. */
export type ClosedDoor = Exclude<WayIn["when"], "open"> | "locked" | "notAgreed";

/** The heading for a closed door. */
export function closedTitle(door: ClosedDoor, wayIn: WayIn): string {
  return text(`wayIn.${door}`, { name: wayIn.guestName });
}

/** When to come back, or whom to ask. */
export function DoorClosed(props: {
  readonly door: ClosedDoor;
  readonly wayIn: WayIn;
  readonly nowMs: number;
  readonly onTryAgain: () => void;
}) {
  const { door, wayIn, nowMs, onTryAgain } = props;
  const words = text(`wayIn.${door}Words`, {
    guider: wayIn.guiderName,
    when: momentWords(wayIn.startsAtMs, nowMs),
    opens: momentWords(wayIn.opensAtMs, nowMs),
    until: momentWords(wayIn.closesAtMs, nowMs),
  });
  const canOpenLater = door === "early" || door === "locked" || door === "notAgreed";
  return (
    <div className={styles["panel"]}>
      <p className={styles["lead"]}>{words}</p>
      {canOpenLater && (
        <div>
          <Button onPress={onTryAgain}>{text("shell.tryAgain")}</Button>
        </div>
      )}
    </div>
  );
}
