import type { ReviewRoom } from "#server/review-room/review-room.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { ok } from "#shared/lib/result.ts";

/** Does one ask on a room; typed by the caller's `ask`. */
type Answerer = (room: ReviewRoom, me: ParticipantId, message: never) => unknown;

const answerers: Record<string, Answerer> = {
  "playback:command": (room, me, { command, revision }: { command: never; revision: number }) => {
    const outcome = room.command(command, me, revision);
    if (!outcome.ok) return outcome;
    return ok({ timeline: room.playback.timeline, serverNowMs: 0 });
  },
  "playback:shown": (room, me, shown) => room.shown(me, shown),
  "member:report": (room, me, report) => room.report(me, report),
  "cover:put": (room, me) => room.putCover(me),
  "cover:lift": (room, me) => room.liftCover(me),
  "gate:pass": (room, me) => room.passGate(me),
  "view:set": (room, me, { clipId, view }: { clipId: string; view: never }) =>
    room.setView(me, clipId, view),
  "pointer:move": (room, me, pointed) => room.point(me, pointed),
  // A simulated page's tab is named after its person.
  "own:look": (room, me, { isOnOwn }: { isOnOwn: boolean }) =>
    room.lookOnOwn({ tabId: me, sessionId: me, participantId: me }, isOnOwn),
};

/** What the room's socket handlers do, for the asks a player makes. */
export function answerAsk(
  room: ReviewRoom,
  me: ParticipantId,
  name: string,
  message: unknown,
): unknown {
  return answerers[name]?.(room, me, message as never) ?? ok(null);
}
