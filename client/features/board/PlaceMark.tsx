import { X } from "lucide-react";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { Anchor } from "#shared/board/board-doc.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./MomentMarks.module.css";

interface PlaceMarkProps {
  readonly place: Anchor;
  readonly words: string;
  /** What pressing it does, for those who do not see where it stands. */
  readonly visitName: string;
  readonly takeName: string;
  readonly onTake: () => void;
}

/** A marked place of a clip: both go there with one press, and either takes the mark away. */
export function PlaceMark({ place, words, visitName, takeName, onTake }: PlaceMarkProps) {
  const { connection, positionMsOf, onVisitPlace } = useBoardRoom();
  const isHere = positionMsOf(place) !== null;
  return (
    <span className={styles["mark"]}>
      {connection.canWrite && isHere ? (
        <Button aria-label={visitName} onPress={() => onVisitPlace(place)}>
          {words}
        </Button>
      ) : (
        words
      )}
      {connection.canWrite && (
        <IconButton label={takeName} onPress={onTake}>
          <X />
        </IconButton>
      )}
    </span>
  );
}
