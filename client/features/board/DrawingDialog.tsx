import { ArrowUpRight, Circle } from "lucide-react";
import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./DrawingDialog.module.css";
import { DrawingSurface } from "./DrawingSurface.tsx";
import type { DrawingTool } from "./DrawingSurface.tsx";
import { StillPicture } from "./StillPicture.tsx";
import { useStillDrawing } from "./use-still-drawing.ts";
import type { StillDrawing } from "./use-still-drawing.ts";

interface DrawingDialogProps {
  readonly observation: ObservationView;
  readonly time: string;
  readonly onClose: () => void;
}

/** A moment's picture, large, to look at together and to draw on. */
export function DrawingDialog({ observation, time, onClose }: DrawingDialogProps) {
  const { connection } = useBoardRoom();
  const drawing = useStillDrawing(observation);
  const [tool, setTool] = useState<DrawingTool>("ring");
  const names = useDrawers(observation);
  const surface = useRef<HTMLDivElement>(null);
  const { width, height } = observation.still ?? { width: 16, height: 9 };
  const aspect = width / height;
  const picture = <StillPicture observation={observation} pending={drawing.pending} />;

  function handleKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) connection.undo.redo();
    else connection.undo.undo();
  }

  return (
    <Dialog title={text("still.title", { time })} isOpen isWide onClose={onClose}>
      <div role="presentation" className={styles["body"]} onKeyDown={handleKeyDown}>
        <div
          className={styles["frame"]}
          style={{ aspectRatio: aspect, width: `min(100%, calc(60vh * ${aspect}))` }}
        >
          {drawing.mayDraw ? (
            <DrawingSurface ref={surface} drawing={drawing} tool={tool}>
              {picture}
            </DrawingSurface>
          ) : (
            picture
          )}
        </div>
        {names !== null && <p className={styles["hint"]}>{text("still.drawnBy", { names })}</p>}
        {drawing.mayDraw && (
          <DrawingTools
            drawing={drawing}
            tool={tool}
            onTool={setTool}
            // Back to the picture: a button that is done with must not take the focus with it.
            onDone={() => surface.current?.focus()}
          />
        )}
        {connection.canWrite && observation.still === null && (
          <p className={styles["hint"]}>{text("still.waiting")}</p>
        )}
      </div>
    </Dialog>
  );
}

interface DrawingToolsProps {
  readonly drawing: StillDrawing;
  readonly tool: DrawingTool;
  readonly onTool: (tool: DrawingTool) => void;
  readonly onDone: () => void;
}

const tools = [
  { tool: "ring", icon: <Circle size={18} aria-hidden="true" /> },
  { tool: "arrow", icon: <ArrowUpRight size={18} aria-hidden="true" /> },
] as const;

function DrawingTools({ drawing, tool, onTool, onDone }: DrawingToolsProps) {
  const { isFull, hasOwn, keep, takeAway } = drawing;

  function handleDone(work: () => void) {
    work();
    onDone();
  }

  return (
    <>
      <div role="group" aria-label={text("still.tools")} className={styles["tools"]}>
        {tools.map((one) => (
          <Button key={one.tool} aria-pressed={tool === one.tool} onPress={() => onTool(one.tool)}>
            {one.icon}
            {text(`still.${one.tool}`)}
          </Button>
        ))}
        <Button kind="primary" onPress={() => handleDone(keep)}>
          {text("still.keep")}
        </Button>
        {hasOwn && (
          <Button kind="quiet" onPress={() => handleDone(takeAway)}>
            {text("still.takeAway")}
          </Button>
        )}
      </div>
      <p className={styles["hint"]}>{text(isFull ? "still.full" : "still.hint")}</p>
    </>
  );
}

const listNames = new Intl.ListFormat("en-GB");

/** Whose colours are on the picture; null when nobody has drawn. */
function useDrawers({ drawing }: ObservationView): string | null {
  const { people } = useBoardRoom();
  const colours = new Set(drawing.map(({ colour }) => colour));
  const names = people.filter((one) => colours.has(one.colour)).map(({ name }) => name);
  return names.length === 0 ? null : listNames.format(names);
}
