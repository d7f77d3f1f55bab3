import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { namesOf } from "./names-of.ts";
import styles from "./Chips.module.css";

/** Who does not see what I look at, and the way back. */
export interface OwnBandProps {
  readonly me: ParticipantId;
  readonly members: readonly Member[];
  readonly onBack: () => void;
}

/** Stands where the pill was while one looks on one's own. */
export function OwnBand({ me, members, onBack }: OwnBandProps) {
  const others = members.filter(
    ({ participantId, link }) => participantId !== me && link === "here",
  );
  const names = namesOf(
    others.map((member) => member.participantId),
    members,
  );
  return (
    <div className={styles["band"]}>
      <p>{text("playback.own-band", { names, count: others.length })}</p>
      <Button kind="primary" onStage onPress={onBack}>
        {text("playback.own-back")}
      </Button>
    </div>
  );
}
