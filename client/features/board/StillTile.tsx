import { useEffect, useRef } from "react";
import type { BoardRoom } from "./board-room.ts";
import styles from "./StillTile.module.css";

interface StillTileProps {
  readonly clipId: string;
  readonly frame: number;
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly drawStill: BoardRoom["drawStill"];
}

/** The held picture, drawn from the clip in memory. A quiet, empty place where there is none. */
export function StillTile({ clipId, frame, label, drawStill }: StillTileProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let isWanted = true;
    async function draw() {
      const picture = await drawStill(clipId, frame);
      const target = canvas.current;
      if (isWanted && target !== null && picture !== null) {
        target.width = picture.width;
        target.height = picture.height;
        target.getContext("2d")?.drawImage(picture, 0, 0);
      }
      picture?.close();
    }
    void draw().catch(() => undefined); // without a picture the quiet place stays
    return () => {
      isWanted = false;
    };
  }, [clipId, frame, drawStill]);

  return <canvas ref={canvas} className={styles["still"]} role="img" aria-label={label} />;
}
