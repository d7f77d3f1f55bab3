import type { ObservationView } from "#shared/board/read-board.ts";

/** The three sides of the board. */
export type BoardTab = "moment" | "all" | "aims";

/**
 * Which moment is open in this tab. It follows the room, except while this person is writing: then the
 * other moment is offered and nothing moves under their hands.
 */
export interface MomentSelection {
  readonly tab: BoardTab;
  readonly selectedId: string | null;
  readonly offeredId: string | null;
  readonly isWriting: boolean;
  /** Changes with every hold of this person's, so that the card begins at its first question. */
  readonly focusRun: number;
  readonly seen: RoomMoments;
}

/** What the room says: where it is, what this person has just held, and which moment is the newest. */
export interface RoomMoments {
  readonly currentId: string | null;
  readonly heldByMe: string | null;
  readonly newestId: string | null;
}

/** The selection of a board that has just been opened. */
export const firstSelection: MomentSelection = {
  tab: "moment",
  selectedId: null,
  offeredId: null,
  isWriting: false,
  focusRun: 0,
  seen: { currentId: null, heldByMe: null, newestId: null },
};

/** Opens a moment because this person wants it. */
export function openMoment(selection: MomentSelection, observationId: string): MomentSelection {
  return {
    ...selection,
    tab: "moment",
    selectedId: observationId,
    offeredId: null,
    isWriting: false,
  };
}

/** The selection after the room has moved; the same object when nothing is new. */
export function followRoom(selection: MomentSelection, room: RoomMoments): MomentSelection {
  const { seen } = selection;
  let next = selection;
  if (room.heldByMe !== seen.heldByMe && room.heldByMe !== null) {
    next = { ...openMoment(next, room.heldByMe), focusRun: next.focusRun + 1 };
  }
  if (room.currentId !== seen.currentId) next = followCurrent(next, room);
  if (next.selectedId === null) next = { ...next, selectedId: room.newestId };
  const isSeen =
    room.currentId === seen.currentId &&
    room.heldByMe === seen.heldByMe &&
    room.newestId === seen.newestId;
  return isSeen ? selection : { ...next, seen: room };
}

function followCurrent(selection: MomentSelection, { currentId, heldByMe }: RoomMoments) {
  if (currentId === null || currentId === selection.selectedId) return selection;
  if (currentId === heldByMe) return selection;
  if (selection.isWriting) return { ...selection, offeredId: currentId };
  return openMoment(selection, currentId);
}

/** The newest moment of this clip, of any when it has none; null on an empty board. */
export function newestMoment<Moment extends Pick<ObservationView, "anchor" | "createdAtMs">>(
  observations: readonly Moment[],
  clipId: string,
): Moment | null {
  const inTime = observations.toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  return inTime.findLast(({ anchor }) => anchor.clipId === clipId) ?? inTime.at(-1) ?? null;
}
