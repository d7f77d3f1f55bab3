import { useCallback, useState } from "react";
import type { ObservationView } from "#shared/board/read-board.ts";
import { firstSelection, followRoom, newestMoment, openMoment } from "./moment-selection.ts";
import type { BoardTab } from "./moment-selection.ts";

/** What decides which moment is open. */
export interface MomentSources {
  readonly observations: readonly ObservationView[];
  /** The clip the room looks at; null while it is not known. */
  readonly openClipId: string | null;
  /** The moment the room is at: the last held or visited by anybody. */
  readonly currentId: string | null;
  /** A moment this person has just held: it opens, and takes the focus. */
  readonly heldByMe: string | null;
  /** The focus is in the first question: `heldByMe` may go back to null, ready for the next hold. */
  readonly onFocusTaken: () => void;
}

/** The open moment and tab, following the room; see `MomentSelection`. */
export function useSelectedMoment(sources: MomentSources) {
  const { observations, openClipId, currentId, heldByMe, onFocusTaken } = sources;
  const [state, setState] = useState(firstSelection);
  const newest = openClipId === null ? null : newestMoment(observations, openClipId);
  const room = { currentId, heldByMe, newestId: newest?.observationId ?? null };
  const selection = followRoom(state, room);
  if (selection !== state) setState(selection);

  const open = useCallback(
    (observationId: string) => setState((before) => openMoment(before, observationId)),
    [],
  );
  const stay = useCallback(() => setState((before) => ({ ...before, offeredId: null })), []);
  const setTab = useCallback(
    (tab: BoardTab) => setState((before) => ({ ...before, tab, isWriting: false })),
    [],
  );
  const setIsWriting = useCallback(
    (isWriting: boolean) => setState((before) => ({ ...before, isWriting })),
    [],
  );

  const find = (id: string | null) => observations.find((one) => one.observationId === id) ?? null;
  const selected = find(selection.selectedId) ?? newest;
  return {
    tab: selection.tab,
    focusRun: selection.focusRun,
    selected,
    offered: find(selection.offeredId),
    takesFocus: heldByMe !== null && selected?.observationId === heldByMe,
    onFocusTaken,
    open,
    stay,
    setTab,
    setIsWriting,
  };
}

/** What `useSelectedMoment` answers. */
export type SelectedMoment = ReturnType<typeof useSelectedMoment>;
