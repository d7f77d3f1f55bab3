import { useEffect, useRef } from "react";
import type { Anchor, Stroke } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { DrawingStrokes } from "./DrawingStrokes.tsx";
import styles from "./StillTile.module.css";
import { useKeptStill } from "./use-kept-still.ts";

interface StillPictureProps {
  readonly observation: ObservationView;
  /** A stroke that is not kept (yet). */
  readonly pending?: Stroke | null;
}

/**
 * A moment's picture, filling its place: the kept one with what is drawn on it, else the frame drawn from
 * the clip in memory. Its name is its owner's business.
 */
export function StillPicture({ observation, pending = null }: StillPictureProps) {
  const { anchor, still, drawing } = observation;
  const address = useKeptStill(observation);
  return (
    <>
      {address === null ? (
        <DrawnFrame anchor={anchor} />
      ) : (
        <img
          className={styles["picture"]}
          src={address}
          alt=""
          draggable={false}
          data-still={still?.sha256}
        />
      )}
      {still !== null && <DrawingStrokes size={still} strokes={drawing} pending={pending} />}
    </>
  );
}

/** The frame drawn from the clip in memory. A quiet, empty place where there is none. */
function DrawnFrame({ anchor: { clipId, frame } }: { readonly anchor: Anchor }) {
  const { drawStill } = useBoardRoom();
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

  return <canvas ref={canvas} className={styles["picture"]} aria-hidden="true" />;
}
