import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { BoardLink } from "#client/lib/board-connection.ts";
import type { WantedStill } from "#client/lib/still-cache.ts";
import { text } from "#client/lib/text.ts";
import type { Anchor, ObservationField } from "#shared/board/board-doc.ts";
import type { Framework } from "#shared/board/framework.ts";
import type { BoardView } from "./board-store.ts";
import type { GoalsRoom } from "./goals-room.ts";

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
  /** This person's own participant id. */
  readonly me: string;
  readonly childName: string;
  /** Whose answer to the child is looked at: null on that person's own screen ("you"). */
  readonly practitionerName: string | null;
  /** Where in its clip a moment is, in ms; null when the clip or this revision of it is not here. */
  readonly positionMsOf: (anchor: Anchor) => number | null;
  /** The clips in the order of the film. */
  readonly clipIds: readonly string[];
  /** The picture on the screen at this moment; null while there is none. */
  readonly frameNow: () => Anchor | null;
  /** The organisation's words for the principles. */
  readonly framework: Framework;
  readonly drawStill: (clipId: string, frame: number) => Promise<ImageBitmap | null>;
  /** The address in memory of a kept picture; null when it cannot be had now. */
  readonly keptStill: (still: WantedStill) => Promise<string | null>;
  /** While the picture is covered no held picture is shown either. */
  readonly isCovered: boolean;
  /** Both go to the moment. */
  readonly onVisit: (observationId: string) => void;
  /** Both go to a place of a clip: where a turn begins, where a moment ends. */
  readonly onVisitPlace: (place: Anchor) => void;
  /** Makes a moment this person's own, or lets go of it; false when that could not be kept. */
  readonly onPin: (observationId: string, isPinned: boolean) => Promise<boolean>;
  /** "Do more of": answers the new aim's id, or null when it could not be added. */
  readonly onAddAim: (observationId: string | null) => Promise<string | null>;
  /** Takes an aim away; false when that could not be done. */
  readonly onRemoveAim: (aimId: string) => Promise<boolean>;
  /** Esc in a field: back to the video. */
  readonly onLeaveField: () => void;
  /** Ctrl or Cmd+Enter in a field. */
  readonly onPlayTogether: () => void;
  readonly areStartersShown: boolean;
  /** What stands under a field for this person alone. */
  readonly underField?: (path: string) => ReactNode;
  /** Where the helping question stands in the room: null for a moment; left out, at the board's top. */
  readonly focusSlot?: Element | null;
  /** The goals' numbers and ways to change the goals; left out, the goals are words alone. */
  readonly goalsRoom?: GoalsRoom;
  /** Whether a moment may be linked to the Engagement Model; left out: no. */
  readonly usesOutcomes?: boolean;
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
