import { useMemo, useState } from "react";
import type { BoardView } from "#client/features/board/board-store.ts";
import { inFilmOrder } from "#client/features/board/card-order.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import type { ScrubberMoment } from "#client/features/playback/Scrubber.tsx";
import type { Playback } from "#client/features/playback/use-playback.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { Anchor } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { Member } from "#shared/protocol/room-events.ts";

/** Where the board and the picture meet: held moments, and going to them together. */
export interface Moments {
  /** The moment the picture stands on, or stood on last. */
  readonly currentId: string | null;
  readonly heldByMe: string | null;
  readonly onFocusTaken: () => void;
  /** Why the last hold did not work, in plain words. */
  readonly notHeld: string | null;
  readonly hold: () => void;
  readonly visit: (observationId: string) => void;
  /** To the next (1) or previous (-1) moment in the order of the film. */
  readonly visitNeighbour: (by: -1 | 1) => void;
  readonly positionMsOf: (anchor: Anchor) => number | null;
  readonly onScrubber: readonly ScrubberMoment[];
}

/** The held moments of the board as the room's page shows and visits them. */
export function useMoments(
  playback: Playback,
  snapshot: PlayerSnapshot,
  board: BoardView,
  members: readonly Member[],
): Moments {
  const { player } = playback;
  const { clips } = snapshot;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [heldByMe, setHeldByMe] = useState<string | null>(null);
  const [notHeld, setNotHeld] = useState<string | null>(null);
  const inOrder = useMemo(
    () =>
      inFilmOrder(
        board.observations,
        clips.map(({ clipId }) => clipId),
      ),
    [board.observations, clips],
  );

  const here = inOrder.find((one) => isAt(one, snapshot))?.observationId ?? null;
  if (here !== null && here !== currentId) setCurrentId(here);

  return useMemo(() => {
    function visit(observationId: string) {
      const found = inOrder.find((one) => one.observationId === observationId);
      const clipId = clipIdSchema.safeParse(found?.anchor.clipId);
      if (found === undefined || !clipId.success) return;
      setCurrentId(observationId);
      player.visit(clipId.data, found.anchor.frame);
    }

    async function hold(): Promise<void> {
      const held = await player.holdMoment();
      if (held.ok) setHeldByMe(held.value.observationId);
      setNotHeld(held.ok ? null : refusalWords({ reason: reachable(held.reason) }));
    }

    const clipOf = (anchor: Anchor) =>
      clips.find((clip) => clip.clipId === anchor.clipId && clip.media.clipRev === anchor.clipRev);

    return {
      currentId,
      heldByMe,
      onFocusTaken: () => setHeldByMe(null),
      notHeld,
      hold: () => void hold(),
      visit,
      visitNeighbour(by) {
        const at = inOrder.findIndex((one) => one.observationId === currentId);
        const next = inOrder[at === -1 && by === -1 ? inOrder.length - 1 : at + by];
        if (next !== undefined) visit(next.observationId);
      },
      positionMsOf(anchor) {
        const clip = clipOf(anchor);
        return clip === undefined ? null : frameStartMs(clip.media, anchor.frame);
      },
      onScrubber: inOrder.flatMap(({ observationId, anchor, heldBy }, index) => {
        const clip = clipOf(anchor);
        if (clip === undefined) return [];
        const name = members.find((member) => member.participantId === heldBy)?.name;
        const label = text("room.moment", { number: index + 1, name: name ?? "" });
        return [{ observationId, clipId: clip.clipId, frame: anchor.frame, label: label.trim() }];
      }),
    };
  }, [currentId, heldByMe, notHeld, inOrder, clips, members, player]);
}

/** No answer in time reads as being offline. */
function reachable(reason: Refusal | "no-answer"): CallRefusal {
  return reason === "no-answer" ? "offline" : reason;
}

function isAt({ anchor }: ObservationView, { timeline }: PlayerSnapshot): boolean {
  return (
    timeline?.motion.kind === "paused" &&
    timeline.clipId === anchor.clipId &&
    timeline.clipRev === anchor.clipRev &&
    timeline.motion.frame === anchor.frame
  );
}
