import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { useNearWindow } from "#client/lib/use-near-window.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { DrawingDialog } from "./DrawingDialog.tsx";
import { StillPicture } from "./StillPicture.tsx";
import styles from "./StillTile.module.css";

/** A moment's held picture with what is drawn on it, small; pressing it opens it large. Nothing without its clip. */
export function StillTile({ observation }: { readonly observation: ObservationView }) {
  const { positionMsOf } = useBoardRoom();
  const positionMs = positionMsOf(observation.anchor);
  if (positionMs === null) return null;
  return <Tile observation={observation} time={clipTime(positionMs)} />;
}

interface TileProps {
  readonly observation: ObservationView;
  readonly time: string;
}

function Tile({ observation, time }: TileProps) {
  const { isCovered } = useBoardRoom();
  const [isOpen, setOpen] = useState(false);
  if (isOpen && isCovered) setOpen(false); // and it stays closed when the picture comes back
  const [place, isNear] = useNearWindow<HTMLButtonElement>();
  return (
    <>
      <Button
        ref={place}
        className={styles["tile"] ?? ""}
        aria-label={text("still.open", { time })}
        onPress={() => setOpen(true)}
      >
        {isNear && !isCovered && <StillPicture observation={observation} />}
      </Button>
      {isOpen && (
        <DrawingDialog observation={observation} time={time} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
