import { considerDrift, startDrift, usualErrorMs } from "#shared/playback/drift.ts";
import type { Drift } from "#shared/playback/drift.ts";
import { clampFrame, frameMiddleMs, frameStartMs } from "#shared/playback/frames.ts";
import { positionAt } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";
import type { ServerClock } from "#client/lib/server-clock.ts";
import type { Picture, PresentedFrame, Time } from "./surroundings.ts";

/** A playing timeline with the clip it plays. */
export interface Line {
  readonly timeline: Timeline;
  readonly clip: TimelineClip;
  readonly hasSound: boolean;
  readonly fromFrame: number;
  readonly startsAtServerMs: number;
}

/** `approaching`: placed and waiting for the common start. */
export type LinePhase = "idle" | "approaching" | "running";

/** Makes the picture move along a line: starts it with the others, keeps it there, and says how near it is. */
export interface LineFollower {
  follow(line: Line): void;
  stop(): void;
  phase(): LinePhase;
  /** The usual distance from the line in ms of waiting time, null while unknown. */
  errorMs(): number | null;
  startLatencyMs(): number;
  handleFrame(frame: PresentedFrame): void;
  /** Anything else happened to the picture: looks whether a step is due. */
  advance(): void;
}

/** What a follower drives and reads. */
export interface LineFollowerParts {
  readonly picture: Picture;
  readonly time: Time;
  readonly clock: Pick<ServerClock, "estimatedServerNowMs" | "toLocalMs">;
  readonly onBlocked: () => void;
}

type Motion =
  | { readonly kind: "idle" }
  | { readonly kind: "approaching"; readonly targetMs: number; readonly dueAtLocalMs: number }
  | { readonly kind: "running"; readonly drift: Drift; readonly isNew: boolean };

const firstStartLatencyMs = 40;
const firstSeekLatencyMs = 60;
const approachSlackMs = 120;
const tooLateMs = 300;
const sameLineMs = 150;
const learning = 0.4;

/** One follower for one picture; what it learns of this browser's delays outlives each line. */
export function createLineFollower(parts: LineFollowerParts): LineFollower {
  const { picture, time, clock } = parts;
  let line: Line | null = null;
  let before: Line | null = null;
  let motion: Motion = { kind: "idle" };
  let cancelTimer = () => {};
  let startLatencyMs = firstStartLatencyMs;
  let seekLatencyMs = firstSeekLatencyMs;
  let seekBeganMs: number | null = null;

  const startsAtLocalMs = (of: Line) => clock.toLocalMs(of.startsAtServerMs);

  /** Where the picture belongs at a local instant; until a changed line starts, the one before holds. */
  function wantedMs(of: Line, atLocalMs: number): number {
    const started = before === null || atLocalMs >= startsAtLocalMs(of);
    const valid = started ? of : (before ?? of);
    return positionAt(valid.timeline, valid.clip, clock.estimatedServerNowMs(atLocalMs));
  }

  /** Picture minus line in ms of waiting time; a repeating clip is a circle. */
  function distanceMs(of: Line, mediaTimeMs: number, atLocalMs: number): number {
    const apartMs = mediaTimeMs - wantedMs(of, atLocalMs);
    const roundMs = of.clip.durationMs;
    const wraps = of.timeline.repeat && Math.abs(apartMs) > roundMs / 2;
    return (wraps ? apartMs - Math.sign(apartMs) * roundMs : apartMs) / of.timeline.rate;
  }

  function seek(positionMs: number) {
    seekBeganMs = time.nowMs();
    picture.seek(positionMs);
  }

  function approach(of: Line) {
    cancelTimer();
    if (!picture.isPaused()) picture.pause();
    const nowMs = time.nowMs();
    const leadMs = seekLatencyMs + startLatencyMs + approachSlackMs;
    const startMs = startsAtLocalMs(of);
    const isAhead = startMs > nowMs + startLatencyMs;
    const dueAtLocalMs = isAhead ? startMs : nowMs + leadMs;
    const wantMs = isAhead
      ? frameStartMs(of.clip, of.fromFrame)
      : positionAt(of.timeline, of.clip, clock.estimatedServerNowMs(dueAtLocalMs));
    if (isPastEnd(of, wantMs)) {
      motion = { kind: "idle" };
      return;
    }
    const targetMs = isAhead ? frameMiddleMs(of.clip, of.fromFrame) : wantMs;
    const afterMs = (targetMs - wantMs) / of.timeline.rate;
    motion = { kind: "approaching", targetMs, dueAtLocalMs: dueAtLocalMs + afterMs };
    if (picture.isSeeking() || Math.abs(picture.positionMs() - targetMs) > 1) seek(targetMs);
    advance();
  }

  function advance() {
    if (line === null || motion.kind !== "approaching") return;
    if (picture.isSeeking() || !picture.canPlay()) return;
    cancelTimer();
    const waitMs = motion.dueAtLocalMs - startLatencyMs - time.nowMs();
    if (waitMs < -tooLateMs) approach(line);
    else if (waitMs > 1) cancelTimer = time.after(waitMs, advance);
    else run(line);
  }

  function run(of: Line) {
    motion = { kind: "running", drift: startDrift(time.nowMs()), isNew: true };
    picture.setRate(of.timeline.rate);
    void picture.play().then((outcome) => {
      if (outcome === "blocked" && line === of) parts.onBlocked();
      return outcome;
    });
  }

  /** The start delay of this browser is what a fresh picture is late by, before anything corrected it. */
  function learnStart(drift: Drift) {
    const errorMs = usualErrorMs(drift);
    if (errorMs === null || Math.abs(errorMs) > tooLateMs) return;
    startLatencyMs = Math.max(0, Math.min(400, startLatencyMs - learning * errorMs));
  }

  function jump(of: Line) {
    const aheadMs = seekLatencyMs * of.timeline.rate;
    const targetMs = wantedMs(of, time.nowMs()) + aheadMs;
    const limitMs = of.clip.durationMs;
    seek(of.timeline.repeat ? targetMs % limitMs : Math.min(targetMs, limitMs));
  }

  function handleRunningFrame(of: Line, presented: PresentedFrame) {
    if (motion.kind !== "running" || picture.isPaused() || picture.isSeeking()) return;
    const atMs = presented.dueAtLocalMs;
    const errorMs = distanceMs(of, presented.mediaTimeMs, atMs);
    const isSettled = motion.isNew && atMs >= motion.drift.quietUntilMs;
    if (isSettled) learnStart(motion.drift);
    const { drift, decision } = considerDrift(motion.drift, { atMs, errorMs }, of.hasSound);
    motion = { kind: "running", drift, isNew: motion.isNew && !isSettled };
    if (decision.kind === "jump") jump(of);
    if (decision.kind !== "leave") picture.setRate(of.timeline.rate * (1 + drift.correction));
  }

  /** A changed speed or repeat goes on from where the picture will be at its start: no stop, no seek. */
  function goesOn(next: Line): boolean {
    if (line === null || motion.kind !== "running" || picture.isPaused()) return false;
    if (line.clip.clipId !== next.clip.clipId) return false;
    const atLocalMs = startsAtLocalMs(next);
    const apartMs = frameStartMs(next.clip, next.fromFrame) - wantedMs(line, atLocalMs);
    return Math.abs(apartMs) < sameLineMs && atLocalMs > time.nowMs() - tooLateMs;
  }

  function turnInto(next: Line) {
    before = line;
    line = next;
    cancelTimer();
    cancelTimer = time.after(startsAtLocalMs(next) - time.nowMs(), () => {
      picture.setRepeat(next.timeline.repeat);
      picture.setRate(next.timeline.rate);
      motion = { kind: "running", drift: startDrift(time.nowMs()), isNew: false };
    });
  }

  return {
    follow: (next) => {
      if (isSameLine(line, next)) return;
      if (goesOn(next)) {
        turnInto(next);
        return;
      }
      before = null;
      line = next;
      picture.setRepeat(next.timeline.repeat);
      approach(next);
    },
    stop: () => {
      cancelTimer();
      line = null;
      before = null;
      motion = { kind: "idle" };
    },
    phase: () => motion.kind,
    errorMs: () => (motion.kind === "running" ? usualErrorMs(motion.drift) : null),
    startLatencyMs: () => startLatencyMs,
    handleFrame: (presented) => {
      if (seekBeganMs !== null && !picture.isSeeking()) {
        const tookMs = time.nowMs() - seekBeganMs;
        seekLatencyMs += learning * (Math.min(500, tookMs) - seekLatencyMs);
        seekBeganMs = null;
      }
      if (line !== null) handleRunningFrame(line, presented);
    },
    advance: () => {
      const stopped = motion.kind === "running" && picture.isPaused() && !picture.isSeeking();
      if (line !== null && stopped && !picture.hasEnded()) approach(line);
      else advance();
    },
  };
}

/** The line of a playing timeline, null for a paused one. */
export function lineOf(timeline: Timeline, clip: TimelineClip, hasSound: boolean): Line | null {
  const { motion } = timeline;
  if (motion.kind === "paused") return null;
  const fromFrame = clampFrame(clip, motion.fromFrame);
  return { timeline, clip, hasSound, fromFrame, startsAtServerMs: motion.startsAtServerMs };
}

function isSameLine(a: Line | null, b: Line): boolean {
  if (a === null) return false;
  return a.timeline.epoch === b.timeline.epoch && a.timeline.revision === b.timeline.revision;
}

function isPastEnd(line: Line, positionMs: number): boolean {
  return !line.timeline.repeat && positionMs >= line.clip.durationMs - 1;
}
