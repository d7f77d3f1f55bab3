import { text } from "#client/lib/text.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Gate, Member } from "#shared/protocol/room-events.ts";
import { namesOf } from "./names-of.ts";

/** Whom the film waits for, and what one may do about it. */
export interface GateWords {
  readonly words: string;
  readonly detail: string;
  /** The button that goes on without them; null while there is none. */
  readonly goOn: string | null;
}

/** What stands on the stage while somebody's picture is awaited. */
export function gateWords(
  { kind, awaited, mayGoOn }: Gate,
  members: readonly Member[],
  me: ParticipantId,
  mayCommand: boolean,
): GateWords {
  const isStart = kind === "start";
  const mayPass = mayGoOn && mayCommand && !awaited.includes(me);
  const goOn = text(isStart ? "playback.start-without" : "playback.go-on-without", {
    names: namesOf(awaited, members),
  });
  return {
    words: awaitedWords(awaited, members, me),
    detail: text(isStart ? "playback.waiting-start" : "playback.waiting-stall"),
    goOn: mayPass ? goOn : null,
  };
}

/** Who is awaited, in one sentence: oneself first, then whose browser wants a tap. */
export function awaitedWords(
  awaited: readonly ParticipantId[],
  members: readonly Member[],
  me: ParticipantId,
): string {
  if (awaited.includes(me)) return text("playback.waiting-for-me");
  const blocked = members.find(
    ({ participantId, picture }) => awaited.includes(participantId) && picture === "blocked",
  );
  if (blocked !== undefined) return text("playback.waiting-for-tap", { name: blocked.name });
  const names = namesOf(awaited, members);
  if (awaited.length > 1) return text("playback.waiting-for-all", { names });
  return text("playback.waiting-for", { name: names });
}
