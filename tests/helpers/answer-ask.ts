import type { ReviewRoom } from "#server/review-room/review-room.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { ok } from "#shared/lib/result.ts";

/** What the room's socket handlers do, for the asks a player makes. */
export function answerAsk(
  room: ReviewRoom,
  me: ParticipantId,
  name: string,
  message: unknown,
): unknown {
  const given = message as never; // typed by the caller's `ask`
  if (name === "playback:command") {
    const { command, revision } = given as { command: never; revision: number };
    const outcome = room.command(command, me, revision);
    if (!outcome.ok) return outcome;
    return ok({ timeline: room.playback.timeline, serverNowMs: 0 });
  }
  if (name === "playback:shown") room.shown(me, given);
  if (name === "member:report") {
    const { picture, ...pace } = given as {
      picture: never;
      roundTripMs: number;
      startLatencyMs: number;
    };
    room.report(me, picture, pace);
  }
  if (name === "cover:put") room.putCover(me);
  if (name === "cover:lift") room.liftCover(me);
  return ok(null);
}
