import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";

/** Up and down for one clip; at either end there is one of the two. */
export function ClipMoves(props: {
  readonly title: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
}) {
  const { title, isFirst, isLast, onMove } = props;
  return (
    <>
      {!isFirst && (
        <IconButton label={text("clips.up", { title })} onPress={() => onMove(-1)}>
          <ArrowUp size={20} />
        </IconButton>
      )}
      {!isLast && (
        <IconButton label={text("clips.down", { title })} onPress={() => onMove(1)}>
          <ArrowDown size={20} />
        </IconButton>
      )}
    </>
  );
}
