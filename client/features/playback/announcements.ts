import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import type { TextId } from "#client/text/en.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { awaitedWords } from "./gate-words.ts";
import { loopTimes } from "./loop-words.ts";
import { namesOf } from "./names-of.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** What is read out to somebody who does not see the screen. */
export interface Announcement {
  readonly words: string;
  readonly urgency: "polite" | "assertive";
}

/** What to read out when one snapshot follows another. Own actions are not repeated: the control says them. */
export function announcementsOf(
  before: PlayerSnapshot,
  next: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): Announcement[] {
  const shared = next.isOnOwn ? [] : [timelineWords, gateChangeWords];
  const said = [
    ...shared.map((wordsOf) => wordsOf(before, next, members, me)),
    coverWords(before, next, members, me),
  ];
  const polite = said.filter((words) => words !== null);
  const link = linkWords(before, next);
  return [
    ...polite.map((words): Announcement => ({ words, urgency: "polite" })),
    ...(link === null ? [] : [{ words: link, urgency: "assertive" } as const]),
  ];
}

function timelineWords(
  before: PlayerSnapshot,
  next: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  const { timeline } = next;
  const isNews =
    timeline !== null &&
    before.timeline !== null &&
    (timeline.epoch !== before.timeline.epoch || timeline.revision !== before.timeline.revision);
  if (!isNews || timeline.cause.by === null || timeline.cause.by === me) return null;
  const name = nameOf(timeline.cause.by, members);
  return name === null ? null : causeWords(timeline, next, name);
}

type Cause = Timeline["cause"]["kind"];

/** Words that need only who and where. A cover has words of its own; the rest is the room's own doing. */
const placed: Partial<Record<Cause, TextId>> = {
  play: "playback.said-played",
  pause: "playback.said-paused",
  seek: "playback.said-moved",
  step: "playback.said-moved",
  visit: "playback.said-visited",
};

function causeWords(timeline: Timeline, next: PlayerSnapshot, name: string): string | null {
  const { cause, motion } = timeline;
  if (cause.kind === "clip") return openedWords(next, name);
  if (cause.kind === "rate") {
    return text("playback.said-speed", { name, speed: text(`playback.speed-${timeline.rate}`) });
  }
  if (cause.kind === "repeat") {
    return text(timeline.repeat ? "playback.said-repeat-on" : "playback.said-repeat-off", { name });
  }
  if (cause.kind === "loop" || cause.kind === "again") return loopChangeWords(timeline, next, name);
  const frame = motion.kind === "paused" ? motion.frame : motion.fromFrame;
  const position = clipTime(next.clip === null ? 0 : frameStartMs(next.clip.media, frame));
  const id = placed[cause.kind];
  return id === undefined ? null : text(id, { name, position });
}

function loopChangeWords(
  timeline: Timeline,
  { clip }: PlayerSnapshot,
  name: string,
): string | null {
  if (timeline.loop === null) return text("playback.said-loop-off", { name });
  if (clip === null) return null;
  const id = timeline.cause.kind === "loop" ? "playback.said-loop" : "playback.said-again";
  return text(id, { name, ...loopTimes(timeline, clip.media) });
}

/** Who is awaited, that one may go on without them, and that it goes on. */
function gateChangeWords(
  before: PlayerSnapshot,
  { gate, timeline }: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  if (gate === null) return goingWords(before, timeline);
  const words = text("playback.said-waiting", { words: awaitedWords(gate.awaited, members, me) });
  if (before.gate === null) return words;
  if (before.gate.mayGoOn || !gate.mayGoOn || gate.awaited.includes(me)) return null;
  const id = gate.kind === "start" ? "playback.said-may-start" : "playback.said-may-go-on";
  return text(id, { names: namesOf(gate.awaited, members) });
}

function goingWords({ gate }: PlayerSnapshot, timeline: Timeline | null): string | null {
  if (gate === null || timeline?.motion.kind !== "playing") return null;
  return text(gate.kind === "start" ? "playback.said-started" : "playback.said-resumed");
}

function openedWords({ clip, clips }: PlayerSnapshot, name: string): string | null {
  if (clip === null) return null;
  const number = clips.findIndex((one) => one.clipId === clip.clipId) + 1;
  return text("playback.said-opened", { name, number, title: clip.title });
}

function coverWords(
  before: PlayerSnapshot,
  next: PlayerSnapshot,
  members: readonly Member[],
  me: ParticipantId,
): string | null {
  if (before.cover.isCovered && !next.cover.isCovered) return text("playback.said-uncovered");
  const added = next.cover.by.find((who) => who !== me && !before.cover.by.includes(who));
  const name = added === undefined ? null : nameOf(added, members);
  return name === null ? null : text("playback.said-covered", { name });
}

function linkWords(before: PlayerSnapshot, next: PlayerSnapshot): string | null {
  if (before.link === "here" && next.link === "lost") return text("playback.said-lost");
  if (before.link === "lost" && next.link === "here") return text("playback.said-back");
  return null;
}

function nameOf(id: ParticipantId, members: readonly Member[]): string | null {
  return members.find((member) => member.participantId === id)?.name ?? null;
}
