import type { Clock } from "#server/context.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { frameAt } from "#shared/playback/frames.ts";
import { applyCommand, pauseAt, playFrom } from "#shared/playback/apply-command.ts";
import { endsAtServerMs, positionAt } from "#shared/playback/timeline-position.ts";
import type { TimelineRefusal } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import type { After } from "./after.ts";
import { frameToHold } from "./held-frame.ts";

/** The timeline of one live room. */
export interface RoomPlayback {
  readonly timeline: Timeline | null;
  /** What the timeline would be after a command of somebody's. A pause is never refused. */
  propose(
    command: TimelineCommand,
    by: ParticipantId,
    basedOnRevision: number,
    leadMs: number,
  ): Result<Timeline | null, TimelineRefusal>;
  /** Takes what was proposed; tells of it only when it is a change. */
  take(proposed: Timeline | null): void;
  /** Stops a playing timeline where it is, for a reason that is no playback command. */
  stop(cause: Timeline["cause"]): void;
  /** Stops it on the frame where this member's picture stands still. */
  holdFor(who: ParticipantId, frame: number | null): void;
  /** Goes on after that. `by`: who went on without somebody, or null. */
  resume(by: ParticipantId | null, leadMs: number): void;
  /** The frame on screen now; null when no clip may be played. */
  frameNow(): number | null;
  /** Takes the clips that may be played now; a clip that is gone is left for the first one. */
  setClips(clips: readonly TimelineClip[]): void;
  close(): void;
}

/** Holds one room's timeline, moves it by the pure reducer and stops it at the end of a clip. */
export function createRoomPlayback(parts: {
  readonly clock: Clock;
  readonly after: After;
  readonly opening: Timeline | null;
  readonly clips: readonly TimelineClip[];
  readonly onChange: (timeline: Timeline | null) => void;
  /** Makes the timeline anew when the clip it stood on is gone. */
  readonly reopen: (clips: readonly TimelineClip[], before: Timeline | null) => Timeline | null;
}): RoomPlayback {
  let clips = new Map(parts.clips.map((clip) => [clip.clipId as string, clip]));
  let timeline = parts.opening;
  let callOffEnd = () => {};

  function set(next: Timeline | null): void {
    timeline = next;
    scheduleEnd();
    parts.onChange(next);
  }

  function scheduleEnd(): void {
    callOffEnd();
    const clip = currentClip();
    if (timeline === null || clip === undefined) return;
    const endsAt = endsAtServerMs(timeline, clip);
    if (endsAt === null) return;
    const lastFrame = clip.framesMs.length - 1;
    callOffEnd = parts.after(endsAt - parts.clock.serverNowMs(), () =>
      stopAt(lastFrame, { kind: "ended", by: null }),
    );
  }

  const currentClip = () => (timeline === null ? undefined : clips.get(timeline.clipId));

  function frameNow(): number | null {
    const clip = currentClip();
    if (timeline === null || clip === undefined) return null;
    return frameAt(clip, positionAt(timeline, clip, parts.clock.serverNowMs()));
  }

  function stopAt(frame: number, cause: Timeline["cause"]): void {
    const clip = currentClip();
    if (timeline === null || clip === undefined || timeline.motion.kind === "paused") return;
    set(pauseAt(timeline, clip, frame, cause));
  }

  return {
    get timeline() {
      return timeline;
    },
    propose(command, by, basedOnRevision, leadMs) {
      if (timeline === null) return command.kind === "pause" ? ok(null) : fail("unknown-clip");
      const nowServerMs = parts.clock.serverNowMs();
      return applyCommand(timeline, command, { by, basedOnRevision, nowServerMs, leadMs, clips });
    },
    take(proposed) {
      if (proposed !== timeline) set(proposed);
    },
    stop(cause) {
      stopAt(frameNow() ?? 0, cause);
    },
    holdFor(who, frame) {
      const clip = currentClip();
      if (timeline === null || clip === undefined) return;
      const nowServerMs = parts.clock.serverNowMs();
      stopAt(frameToHold(timeline, clip, frame, nowServerMs), { kind: "stalled", by: who });
    },
    resume(by, leadMs) {
      const clip = currentClip();
      if (timeline?.motion.kind !== "paused" || clip === undefined) return;
      const startsAtServerMs = parts.clock.serverNowMs() + leadMs;
      set(
        playFrom(timeline, clip, timeline.motion.frame, startsAtServerMs, { kind: "resumed", by }),
      );
    },
    frameNow,
    setClips(next) {
      clips = new Map(next.map((clip) => [clip.clipId as string, clip]));
      const clip = currentClip();
      if (clip === undefined || clip.clipRev !== timeline?.clipRev)
        set(parts.reopen(next, timeline));
    },
    close: () => callOffEnd(),
  };
}
