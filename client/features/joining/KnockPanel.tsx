import DoorOpen from "lucide-react/icons/door-open";
import Volume2 from "lucide-react/icons/volume-2";
import VolumeX from "lucide-react/icons/volume-x";
import X from "lucide-react/icons/x";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { Knock } from "#shared/protocol/door-events.ts";
import styles from "./KnockPanel.module.css";

/** Props of the panel; it shows nothing while nobody is at the door. */
export interface KnockPanelProps {
  readonly knocks: readonly Knock[];
  /** Somebody let in from a page that is not the room. */
  readonly admitted: Knock | null;
  readonly notice: string;
  readonly isSoundOn: boolean;
  readonly onAnswer: (knock: Knock, answer: "let-in" | "not-now") => void;
  readonly onOpenRoom: (reviewId: string) => void;
  readonly onDismiss: () => void;
  readonly onSound: (isOn: boolean) => void;
}

/**
 * Who is at the door, in a corner of whatever page is open. It takes no focus from what the guider is
 * doing, and stays reachable while a dialog is open.
 */
export function KnockPanel(props: KnockPanelProps) {
  const { knocks, admitted, notice, isSoundOn, onSound } = props;
  if (knocks.length === 0 && admitted === null && notice === "") return null;
  return (
    <section
      className={styles["panel"]}
      aria-label={text("knock.region")}
      tabIndex={-1}
      data-react-aria-top-layer="true"
    >
      {knocks.map((knock) => (
        <KnockCard key={knock.knockId} knock={knock} onAnswer={props.onAnswer} />
      ))}
      {admitted !== null && (
        <div className={styles["admitted"]}>
          <p className={styles["name"]}>{text("knock.letInDone", { name: admitted.name })}</p>
          <Button kind="primary" onPress={() => props.onOpenRoom(admitted.reviewId)}>
            {text("knock.openRoom")}
          </Button>
          <IconButton label={text("common.close")} onPress={props.onDismiss}>
            <X size={20} />
          </IconButton>
        </div>
      )}
      {notice !== "" && <p role="alert">{notice}</p>}
      {knocks.length > 0 && (
        <div className={styles["sound"]}>
          <IconButton
            label={text(isSoundOn ? "knock.mute" : "knock.unmute")}
            onPress={() => onSound(!isSoundOn)}
          >
            {isSoundOn ? <Volume2 size={20} /> : <VolumeX size={20} />}
          </IconButton>
        </div>
      )}
    </section>
  );
}

function KnockCard({
  knock,
  onAnswer,
}: {
  readonly knock: Knock;
  readonly onAnswer: KnockPanelProps["onAnswer"];
}) {
  const { name } = knock;
  return (
    <div className={styles["card"]}>
      <div className={styles["who"]}>
        <DoorOpen aria-hidden="true" size={24} className={styles["door"]} />
        <div className={styles["facts"]}>
          <p className={styles["name"]}>{text("knock.waiting", { name })}</p>
          <p className={styles["quiet"]}>
            {text(`knock.${knock.role}`)} · {text(`knock.${knock.company}`)} ·{" "}
            {text(`knock.device.${knock.device}`)}
          </p>
        </div>
      </div>
      <p className={styles["code"]}>
        <span className={styles["quiet"]}>{text("knock.code")}</span>
        <strong className={styles["words"]} data-code={knock.code.join(" ")}>
          {knock.code[0]} <span aria-hidden="true">·</span> {knock.code[1]}
        </strong>
      </p>
      <div className={styles["answers"]}>
        <Button
          kind="primary"
          aria-label={text("knock.letInName", { name })}
          onPress={() => onAnswer(knock, "let-in")}
        >
          {text("knock.letIn")}
        </Button>
        <Button
          aria-label={text("knock.notNowName", { name })}
          onPress={() => onAnswer(knock, "not-now")}
        >
          {text("knock.notNow")}
        </Button>
      </div>
    </div>
  );
}
