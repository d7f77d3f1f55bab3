import { Check, CircleSlash, CloudOff, LoaderCircle } from "lucide-react";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import { text } from "#client/lib/text.ts";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { StatusChipProps } from "#client/ui/StatusChip.tsx";

type Look = Pick<StatusChipProps, "tone" | "icon"> & { readonly words: string };

function lookOf({ save, isStoredInTab }: BoardStatus): Look {
  switch (save.kind) {
    case "opening":
      return { icon: <LoaderCircle size={16} />, words: text("board.save.opening") };
    case "saved":
      return { tone: "good", icon: <Check size={16} />, words: text("board.save.saved") };
    case "saving":
      return { icon: <LoaderCircle size={16} />, words: text("board.save.saving") };
    case "kept": {
      const words = text(isStoredInTab ? "board.save.kept" : "board.save.keptInPage");
      return { tone: "attention", icon: <CloudOff size={16} />, words };
    }
    case "stopped":
      return {
        tone: "attention",
        icon: <CircleSlash size={16} />,
        words: text("board.save.stopped"),
      };
  }
}

/** Whether the board's words are kept: "Saved" only when the server has answered for the last of them. */
export function SaveChip({ status, onStage = false }: { status: BoardStatus; onStage?: boolean }) {
  const { words, ...look } = lookOf(status);
  return (
    <span data-save={status.save.kind}>
      <StatusChip isTight {...look} onStage={onStage}>
        {words}
      </StatusChip>
    </span>
  );
}
