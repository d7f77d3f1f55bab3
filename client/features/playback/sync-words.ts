import { text } from "#client/lib/text.ts";
import { waitingFor } from "#shared/playback/readiness.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { awaitedWords } from "./gate-words.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** How the pill looks: `good` is the quiet tick, `calm` says nothing is needed, `apart` that nobody follows, `care` asks for patience. */
export interface SyncWords {
  readonly tone: "good" | "calm" | "apart" | "care";
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

/** The one sentence about being in step; null while there is nothing to watch, or one looks on one's own. */
export function syncWords(
  snapshot: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): SyncWords | null {
  const { timeline, link } = snapshot;
  if (link === "lost" || link === "closed") return care(text("playback.alone"));
  if (timeline === null || snapshot.isOnOwn) return null;
  const awaited = waitingWords(snapshot, members, me);
  if (snapshot.gate !== null && awaited !== null) return care(awaited);
  const apart = apartWords(members, me);
  if (apart !== null) return { ...calm(apart), tone: "apart" };
  return stepWords(snapshot, timeline, awaited, members, me);
}

function stepWords(
  snapshot: PlayerSnapshot,
  timeline: Timeline,
  awaited: string | null,
  members: readonly Member[],
  me: ParticipantId,
): SyncWords {
  const { motion } = timeline;
  if (motion.kind === "paused" && snapshot.agreement === "together") {
    const words = text("playback.same-frame");
    const by = broughtBy(timeline, members, me);
    return { tone: "good", words, sameFrame: motion.frame, broughtBy: by };
  }
  if (awaited !== null) return care(awaited);
  if (motion.kind === "paused") return pausedWords(snapshot, members, me);
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

/** With nobody else in step there is no frame to be the same; null while somebody is. */
function apartWords(members: readonly Member[], me: ParticipantId): string | null {
  const others = members.filter(
    ({ participantId, link }) => participantId !== me && link === "here",
  );
  const [first] = others;
  if (first === undefined || others.some((one) => !one.isOnOwn)) return null;
  return text("playback.own-other", { name: first.name });
}

function waitingWords(
  { gate, picture }: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  if (gate !== null) return awaitedWords(gate.awaited, members, me);
  if (isAwaited(picture)) return text("playback.waiting-for-me");
  const ids = waitingFor(members.filter((member) => member.participantId !== me));
  return ids.length === 0 ? null : awaitedWords(ids, members, me);
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
