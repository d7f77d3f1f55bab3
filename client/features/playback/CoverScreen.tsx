import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { CoverView } from "./cover-keeper.ts";
import styles from "./Stage.module.css";

/** What the cover needs to say who and until when. */
export interface CoverScreenProps {
  readonly cover: CoverView;
  readonly me: ParticipantId;
  readonly members: readonly Member[];
  /** What else is covered with the picture. */
  readonly note: string | null;
  readonly onUncover: () => void;
}

/** Hides the picture whole, and says who covered it and when it comes back. */
export function CoverScreen({ cover, me, members, note, onUncover }: CoverScreenProps) {
  return (
    <div className={styles["cover"]} data-cover={cover.isByMe ? "mine" : "theirs"}>
      <output>
        {coverWords(cover, me, members)} {note}
      </output>
      {cover.mayLift && (
        <Button kind="primary" onStage onPress={onUncover}>
          {text("playback.uncover")}
        </Button>
      )}
    </div>
  );
}

function coverWords(cover: CoverView, me: ParticipantId, members: readonly Member[]): string {
  const names = members
    .filter(({ participantId }) => participantId !== me && cover.by.includes(participantId))
    .map((member) => member.name)
    .join(", ");
  if (cover.isByMe) {
    const mine = text("playback.covered-by-me");
    return names === "" ? mine : `${mine} ${text("playback.covered-still", { names })}`;
  }
  return text(cover.mayLift ? "playback.covered-liftable" : "playback.covered-by", { names });
}
