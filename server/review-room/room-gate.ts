import type { ParticipantId } from "#shared/domain/ids.ts";
import { waitingFor } from "#shared/playback/readiness.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import type { Gate, Member } from "#shared/protocol/room-events.ts";
import type { After } from "./after.ts";

/** What sets a resting film going. */
export type HeldCommand = Extract<TimelineCommand, { kind: "play" | "again" }>;

/** A start that waits: somebody's press, or going on after a stall. */
export type HeldStart =
  | { readonly kind: "start"; readonly command: HeldCommand; readonly by: ParticipantId }
  | { readonly kind: "stall" };

/** After this long anybody may go on without those who are awaited. */
export const mayGoOnAfterMs = 4_000;

/** What keeps the film of one room at rest until every picture is there. */
export interface RoomGate {
  /** As everybody is told; null while nothing waits. */
  readonly now: Gate | null;
  /** Whether this one's picture is awaited now. */
  awaits(who: ParticipantId): boolean;
  /** Keeps a start until nobody is awaited. False when nobody is: then it may go at once. */
  hold(start: HeldStart): boolean;
  /** Looks again who is awaited, after any change of the members; starts when nobody is. */
  look(): void;
  /** Starts without the awaited, once that is on offer. They hold nobody up until they are ready again. */
  pass(by: ParticipantId): void;
  /** Lets go of what waits. */
  close(): void;
}

/** Tells of the gate when it changed, and hands the start on when it opens. */
export function createRoomGate(parts: {
  readonly after: After;
  readonly members: () => readonly Member[];
  /** Whether anybody is left to look. */
  readonly isWatched: () => boolean;
  /** `passedBy`: who went on without the awaited; null when nobody is awaited any more. */
  readonly start: (held: HeldStart, passedBy: ParticipantId | null) => void;
  readonly tell: (gate: Gate | null) => void;
}): RoomGate {
  const passedOver = new Set<ParticipantId>();
  let held: HeldStart | null = null;
  let mayGoOn = false;
  let callOffOffer = () => {};
  let now: Gate | null = null;

  const awaitedNow = () => waitingFor(parts.members()).filter((who) => !passedOver.has(who));

  function tell(): void {
    const before = now;
    now = held && {
      kind: held.kind,
      awaited: awaitedNow(),
      by: held.kind === "start" ? held.by : null,
      mayGoOn,
    };
    if (JSON.stringify(now) !== JSON.stringify(before)) parts.tell(now);
  }

  function close(): void {
    held = null;
    mayGoOn = false;
    callOffOffer();
    tell();
  }

  function open(passedBy: ParticipantId | null): void {
    const start = held;
    close();
    if (start !== null) parts.start(start, passedBy);
  }

  function offerToGoOn(): void {
    mayGoOn = true;
    tell();
  }

  return {
    get now() {
      return now;
    },
    awaits: (who) => awaitedNow().includes(who),
    hold(start) {
      if (awaitedNow().length === 0) return false;
      if (held === null) callOffOffer = parts.after(mayGoOnAfterMs, offerToGoOn);
      const isOtherStart = start.kind === "start" && start.command.kind === "again";
      if (held === null || isOtherStart) held = start;
      tell();
      return true;
    },
    look() {
      for (const { participantId, picture } of parts.members())
        if (picture === "ready") passedOver.delete(participantId);
      if (held === null) return;
      if (!parts.isWatched()) close();
      else if (awaitedNow().length === 0) open(null);
      else tell();
    },
    pass(by) {
      if (!mayGoOn) return;
      for (const who of awaitedNow()) passedOver.add(who);
      open(by);
    },
    close,
  };
}
