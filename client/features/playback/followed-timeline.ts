import type { RoomConnection, RoomLink } from "#client/lib/room-connection.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { isNewer } from "#shared/playback/timeline.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { Gate } from "#shared/protocol/room-events.ts";
import { createCommandQueue } from "./command-queue.ts";
import { createOwnTimeline } from "./own-timeline.ts";
import type { OwnTimeline } from "./own-timeline.ts";
import { askedSettings, isPlayAsked, predictTimeline } from "./predicted-timeline.ts";
import type { Time } from "./surroundings.ts";

/** What this person's picture follows: the room's timeline with their own presses counted in, or one of their own. */
export interface FollowedTimeline {
  readonly own: OwnTimeline;
  /** As the server told it last. */
  confirmed(): Timeline | null;
  /** As this person should see it. */
  wanted(): Timeline | null;
  /** The speed and repeat asked for last. */
  asked(): Pick<Timeline, "rate" | "repeat"> | null;
  isPlayPending(): boolean;
  /** Whom the film waits for, until the room says otherwise or this person takes the play back. */
  gate(): Gate | null;
  /** It plays, is about to, or waits for somebody. */
  isMoving(): boolean;
  /** Follows the room, and has heard nothing from it for too long. */
  isAlone(): boolean;
  /** Why the last press came to nothing. */
  refused(): Refusal | "no-answer" | null;
  give(command: TimelineCommand): void;
  refuse(reason: Refusal | "no-answer"): void;
  /** Resolves once everything pressed has been sent. */
  sent(): Promise<void>;
  /** Begins to listen; answers how to stop. */
  open(): () => void;
}

/** What a followed timeline is made of. */
export interface FollowedTimelineParts {
  readonly connection: RoomConnection;
  readonly time: Time;
  readonly me: ParticipantId;
  readonly clips: () => ReadonlyMap<string, TimelineClip>;
  readonly onChange: () => void;
}

/** Without a word from the server the film goes on this long, then rests (SYNC: partition). */
const restAfterSilenceMs = 10_000;

/** Follows the room to begin with. */
export function createFollowedTimeline(parts: FollowedTimelineParts): FollowedTimeline {
  const { connection, time, me, clips, onChange } = parts;
  const own = createOwnTimeline(connection, me);
  const queue = createCommandQueue(connection.commands, () => confirmed, refuse, time);
  let confirmed: Timeline | null = null;
  let refused: Refusal | "no-answer" | null = null;

  function wanted(): Timeline | null {
    if (own.timeline() !== null) return own.timeline();
    return confirmed && predictTimeline(confirmed, queue.awaited(), clips(), me);
  }

  const isAlone = () => own.timeline() === null && isSilentTooLong(connection.link(), time.nowMs());
  const isPlayPending = () => own.timeline() === null && isPlayAsked(queue.awaited());

  function gate(): Gate | null {
    const isPausing = queue.awaited().some((command) => command.kind === "pause");
    if (isPausing || isAlone() || own.timeline() !== null) return null;
    return connection.latest("gate:changed")?.gate ?? null;
  }

  function isMoving(): boolean {
    if (isAlone()) return false;
    if (isPlayPending() || gate() !== null) return true;
    const followed = own.timeline() === null ? [wanted(), confirmed] : [own.timeline()];
    return followed.some((timeline) => timeline?.motion.kind === "playing");
  }

  function take(timeline: Timeline | null) {
    if (timeline !== null && !isNewer(timeline, confirmed)) return;
    confirmed = timeline;
    refused = null;
    if (timeline?.cause.by === me) queue.noteApplied(timeline.cause.kind);
    onChange();
  }

  function refuse(reason: Refusal | "no-answer") {
    refused = reason;
    onChange();
  }

  function give(command: TimelineCommand) {
    refused = null;
    if (own.timeline() === null) queue.give(command);
    else {
      const outcome = own.apply(command, clips());
      if (!outcome.ok) refused = outcome.reason;
    }
    onChange();
  }

  const listen = () => [
    connection.on("playback:changed", (news) => take(news.timeline)),
    connection.on("gate:changed", onChange),
    connection.onLink(onChange),
    queue.onChange(onChange),
    own.open(),
  ];

  return {
    own,
    confirmed: () => confirmed,
    wanted,
    asked: () => own.timeline() ?? (confirmed && askedSettings(confirmed, queue.awaited())),
    isPlayPending,
    gate,
    isMoving,
    isAlone,
    refused: () => refused,
    give,
    refuse,
    sent: () => queue.sent(),
    open: () => {
      confirmed = connection.latest("playback:changed")?.timeline ?? null;
      const leave = listen();
      return () => {
        for (const stop of leave) stop();
      };
    },
  };
}

function isSilentTooLong(link: RoomLink, nowMs: number): boolean {
  if (link.kind === "closed") return true;
  return link.kind === "lost" && nowMs - link.sinceLocalMs > restAfterSilenceMs;
}
