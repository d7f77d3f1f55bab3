import { text } from "#client/lib/text.ts";
import { waitingFor } from "#shared/playback/readiness.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** How the pill looks: `good` is the quiet tick, `calm` says nothing is needed, `care` asks for patience. */
export interface SyncWords {
  readonly tone: "good" | "calm" | "care";
  readonly words: string;
  /** Both pictures have been read and show this frame. */
  readonly sameFrame: number | null;
  /** Who brought both here, when it was somebody else. */
  readonly broughtBy: string | null;
}

const calm = (words: string): SyncWords => ({
  tone: "calm",
  words,
  sameFrame: null,
  broughtBy: null,
});
const care = (words: string): SyncWords => ({ ...calm(words), tone: "care" });

/** The one sentence about being in step; null while there is nothing to watch. */
export function syncWords(
  snapshot: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): SyncWords | null {
  const { timeline, link } = snapshot;
  if (link === "lost" || link === "closed") return care(text("playback.alone"));
  if (timeline === null) return null;
  if (timeline.motion.kind === "paused" && snapshot.agreement === "together") {
    return {
      tone: "good",
      words: text("playback.same-frame"),
      sameFrame: timeline.motion.frame,
      broughtBy: broughtBy(timeline, members, me),
    };
  }
  const awaited = waitingWords(snapshot, members, me);
  if (awaited !== null) return care(awaited);
  if (timeline.motion.kind === "paused") return pausedWords(snapshot, members, me);
  if (!snapshot.isInStep) return calm(text("playback.catching-up"));
  return { ...calm(text("playback.in-step")), tone: "good" };
}

function broughtBy(
  { cause }: Timeline,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  const name = members.find((member) => member.participantId === cause.by)?.name;
  if (name === undefined || cause.by === me) return null;
  return text(cause.kind === "visit" ? "playback.visited-by" : "playback.brought-by", { name });
}

function waitingWords(
  snapshot: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  if (isAwaited(snapshot.picture)) return text("playback.waiting-for-me");
  const ids = waitingFor(members.filter((member) => member.participantId !== me));
  const name = members.find((member) => member.participantId === ids[0])?.name;
  return name === undefined ? null : text("playback.waiting-for", { name });
}

function pausedWords(
  { timeline, agreement }: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): SyncWords {
  if (agreement === "differs") return care(text("playback.differs"));
  const by = timeline?.cause.by ?? null;
  if (by === me) return calm(text("playback.paused-by-me"));
  const name = members.find((member) => member.participantId === by)?.name;
  return calm(name === undefined ? text("playback.paused") : text("playback.paused-by", { name }));
}

function isAwaited(picture: Member["picture"]): boolean {
  return picture === "loading" || picture === "stalled" || picture === "blocked";
}
