import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { applyCommand, pauseAt } from "#shared/playback/apply-command.ts";
import type { TimelineRefusal } from "#shared/playback/apply-command.ts";
import { endsAtServerMs } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";

type Clips = ReadonlyMap<string, TimelineClip>;

/**
 * A timeline of one's own, moved by the same rules as the room's and never sent. The room knows only
 * that this person looks on their own, and is told again after a reconnect.
 */
export interface OwnTimeline {
  /** Null while this person follows the room. */
  timeline(): Timeline | null;
  view(): View;
  setView(view: View): void;
  /** From what is on the screen now. */
  begin(from: Timeline, view: View): void;
  end(): void;
  apply(command: TimelineCommand, clips: Clips): Result<Timeline, TimelineRefusal>;
  /** A clip that does not begin again rests on its last frame. */
  restAtEnd(clips: Clips): void;
  /** Begins to listen; answers how to stop. */
  open(): () => void;
}

/** Long enough to set out from, short enough to feel at once. */
const leadMs = 120;

/** One per tab; follows the room to begin with. */
export function createOwnTimeline(
  connection: Pick<RoomConnection, "ask" | "on" | "clock">,
  me: ParticipantId,
): OwnTimeline {
  let own: Timeline | null = null;
  let view = wholeView;

  const tell = () => void connection.ask("own:look", { isOnOwn: own !== null });

  return {
    timeline: () => own,
    view: () => view,
    setView: (next) => {
      view = next;
    },
    begin: (from, seen) => {
      own = { ...from, epoch: crypto.randomUUID() }; // never taken for the room's own revision
      view = seen;
      tell();
    },
    end: () => {
      own = null;
      tell();
    },
    apply: (command, clips) => {
      if (own === null) throw new Error("nobody looks on their own");
      const { revision: basedOnRevision, clipId } = own;
      const nowServerMs = connection.clock.estimatedServerNowMs();
      const context = { by: me, basedOnRevision, nowServerMs, leadMs, clips };
      const outcome = applyCommand(own, command, context);
      if (!outcome.ok) return outcome;
      own = outcome.value;
      if (own.clipId !== clipId) view = wholeView;
      return ok(own);
    },
    restAtEnd: (clips) => {
      const clip = own === null ? undefined : clips.get(own.clipId);
      if (own === null || clip === undefined || own.motion.kind === "paused") return;
      const endMs = endsAtServerMs(own, clip);
      if (endMs === null || connection.clock.estimatedServerNowMs() < endMs) return;
      own = pauseAt(own, clip, clip.framesMs.length - 1, { kind: "ended", by: null });
    },
    open: () =>
      connection.on("room:welcomed", ({ members }) => {
        const isThoughtOnOwn = members.some(
          (member) => member.participantId === me && member.isOnOwn,
        );
        if (isThoughtOnOwn !== (own !== null)) tell();
      }),
  };
}
