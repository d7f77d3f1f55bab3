import { createContext, useContext } from "react";
import type { BoardLink } from "#client/lib/board-connection.ts";
import { text } from "#client/lib/text.ts";
import type { Anchor, ObservationField } from "#shared/board/board-doc.ts";
import type { BoardView } from "./board-store.ts";

/** Somebody of the room, as the board names and colours them. */
export interface BoardPerson {
  readonly participantId: string;
  readonly name: string;
  /** 0-3, as in the roster. */
  readonly colour: number;
}

/** What every part of the board needs of the room around it. */
export interface BoardRoom {
  readonly connection: BoardLink;
  readonly board: BoardView;
  readonly people: readonly BoardPerson[];
  readonly childName: string;
  /** Whose answer to the child is looked at: null on that person's own screen ("you"). */
  readonly practitionerName: string | null;
  /** Where in its clip a moment is, in ms; null when the clip or this revision of it is not here. */
  readonly positionMsOf: (anchor: Anchor) => number | null;
  readonly drawStill: (clipId: string, frame: number) => Promise<ImageBitmap | null>;
  /** Both go to the moment. */
  readonly onVisit: (observationId: string) => void;
  /** "Do more of": answers the new aim's id, or null when it could not be added. */
  readonly onAddAim: (observationId: string | null) => Promise<string | null>;
  /** Esc in a field: back to the video. */
  readonly onLeaveField: () => void;
  /** Ctrl or Cmd+Enter in a field. */
  readonly onPlayTogether: () => void;
  readonly areStartersShown: boolean;
  /** Whether this person is in a field: then nothing moves under their hands. */
  readonly onWritingChange: (isWriting: boolean) => void;
}

const BoardRoomContext = createContext<BoardRoom | null>(null);
/** Gives every part of the board its room. */
export const BoardRoomProvider = BoardRoomContext.Provider;

/** The room around the board; only inside the board's panel. */
export function useBoardRoom(): BoardRoom {
  const room = useContext(BoardRoomContext);
  if (room === null) throw new Error("a part of the board stands outside its panel");
  return room;
}

/** The question over a field, as this person is asked it. */
export function questionOf(
  field: ObservationField,
  { childName, practitionerName }: Pick<BoardRoom, "childName" | "practitionerName">,
): string {
  switch (field) {
    case "initiative":
      return text("board.ask.initiative", { child: childName });
    case "meaning":
      return text("board.ask.meaning");
    case "response":
      return practitionerName === null
        ? text("board.ask.response.you")
        : text("board.ask.response.named", { name: practitionerName });
    case "followedBy":
      return text("board.ask.followedBy");
    case "feeling":
      return text("board.ask.feeling");
  }
}

/** A way to begin, under a field that is still empty. */
export function starterOf(
  field: ObservationField,
  { childName, practitionerName }: Pick<BoardRoom, "childName" | "practitionerName">,
): string {
  if (field !== "response") return text(`board.start.${field}`);
  return practitionerName === null
    ? text("board.start.responseOwn", { child: childName })
    : text("board.start.response", { child: childName });
}
