import {
  considerDrift,
  driftGains,
  settleDrift,
  startDrift,
  trimOf,
  usualErrorMs,
} from "#shared/playback/drift.ts";
import type { Drift, DriftDecision } from "#shared/playback/drift.ts";
import { screenBeatMs } from "#shared/playback/drift-errors.ts";
import { frameAt, frameMiddleMs, frameStartMs } from "#shared/playback/frames.ts";
import type { Round } from "#shared/playback/timeline-position.ts";
import type { ServerClock } from "#client/lib/server-clock.ts";
import { isSameLine, placeInRound, roundOf, stopsAtServerMs } from "./followed-line.ts";
import type { Line } from "./followed-line.ts";
import { betweenBeats } from "./between-beats.ts";
import { createLearnedPlayer } from "./learned-player.ts";
import type { Picture, PresentedFrame, Time } from "./surroundings.ts";

/** `approaching`: placed and waiting for the common start. `turning`: the same, between two rounds of a loop. */
export type LinePhase = "idle" | "approaching" | "running" | "turning";

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
  /** Another controller, and other gains, to compare this one with. */
  readonly consider?: typeof considerDrift;
  readonly gains?: typeof driftGains;
}

type Motion =
  | { readonly kind: "idle" }
  | {
      readonly kind: "approaching";
      readonly round: Round;
      readonly targetMs: number;
      readonly dueAtLocalMs: number;
      readonly isTurn: boolean;
    }
  | {
      readonly kind: "running";
      readonly round: Round;
      readonly drift: Drift;
      /** How long `play()` was expected to take; null when nothing is to be learned from this start any more. */
      readonly expectedStartMs: number | null;
    };

/** From so long before a start on, the screen's beat is listened to. */
const beforeStartMs = 50;
const approachSlackMs = 80;
const tooLateMs = 120;
const sameLineMs = 150;

/** One follower for one picture; what it learns of this browser outlives each line. */
export function createLineFollower(parts: LineFollowerParts): LineFollower {
  const { picture, time, clock, consider = considerDrift, gains = driftGains } = parts;
  let line: Line | null = null;
  let wanted: Line | null = null;
  let motion: Motion = { kind: "idle" };
  let cancelTimer = () => {};
  let cancelPulse = () => {};
  let lastErrorMs: number | null = null;
  const learned = createLearnedPlayer(() => time.nowMs(), gains);

  function seek(positionMs: number) {
    learned.noteSeek();
    picture.seek(positionMs);
  }

  /** With a correction of its own for a while, and what this player's clock needs for good. */
  function writeRate(of: Line, correction = 0) {
    picture.setRate(of.timeline.rate * (1 + trimOf(learned.context()) + correction));
  }

  function cancelTimers() {
    cancelTimer();
    cancelPulse();
  }

  function approach(of: Line, isTurn = false) {
    cancelTimers();
    if (!picture.isPaused()) picture.pause();
    const plan = planStart(of);
    const wantMs = placeInRound(of, plan.round, clock.estimatedServerNowMs(plan.dueAtLocalMs));
    if (!plan.round.repeats && wantMs >= of.clip.durationMs - 1) {
      motion = { kind: "idle" };
      return;
    }
    const isAtStart = wantMs - frameStartMs(of.clip, plan.round.fromFrame) < 1;
    const targetMs = isAtStart ? frameMiddleMs(of.clip, plan.round.fromFrame) : wantMs;
    const dueAtLocalMs = plan.dueAtLocalMs + (targetMs - wantMs) / of.timeline.rate;
    motion = { kind: "approaching", round: plan.round, targetMs, dueAtLocalMs, isTurn };
    if (picture.isSeeking() || Math.abs(picture.positionMs() - targetMs) > 1) seek(targetMs);
    advance();
  }

  /** The start of a round when it can still be met; otherwise as soon as the picture can be there. */
  function planStart(of: Line): { readonly round: Round; readonly dueAtLocalMs: number } {
    const soonMs = time.nowMs() + learned.startLatencyMs();
    const round = roundOf(of, clock.estimatedServerNowMs(soonMs));
    const startMs = clock.toLocalMs(round.startsAtServerMs);
    if (startMs > soonMs) return { round, dueAtLocalMs: startMs };
    const reachableMs = soonMs + learned.seekLatencyMs() + approachSlackMs;
    const earliestMs = startMs + Math.ceil((reachableMs - startMs) / screenBeatMs) * screenBeatMs;
    const then = roundOf(of, clock.estimatedServerNowMs(earliestMs));
    const thenMs = clock.toLocalMs(then.startsAtServerMs);
    return { round: then, dueAtLocalMs: Math.max(earliestMs, thenMs) };
  }

  function advance() {
    if (line === null || motion.kind !== "approaching") return;
    if (picture.isSeeking() || !picture.canPlay()) return;
    cancelTimer();
    const waitMs = motion.dueAtLocalMs - learned.startLatencyMs() - time.nowMs();
    if (waitMs < -tooLateMs) approach(line, motion.isTurn);
    else if (waitMs > beforeStartMs) cancelTimer = time.after(waitMs - beforeStartMs, advance);
    else cancelTimer = betweenBeats(time, motion.dueAtLocalMs - learned.startLatencyMs(), start);
  }

  function start() {
    if (line === null || motion.kind !== "approaching") return;
    run(line, motion.round, motion.dueAtLocalMs - time.nowMs());
  }

  function run(of: Line, round: Round, expectedStartMs: number) {
    motion = {
      kind: "running",
      round,
      drift: startDrift(time.nowMs(), learned.context().gains),
      expectedStartMs,
    };
    writeRate(of);
    awaitTurn(of, round);
    void picture.play().then((outcome) => {
      if (outcome === "blocked" && line === of) parts.onBlocked();
      return outcome;
    });
  }

  /** At the end of a round the picture goes back to where the next one starts. */
  function awaitTurn(of: Line, round: Round) {
    cancelTimer();
    if (!round.repeats) return;
    const waitMs = clock.toLocalMs(stopsAtServerMs(of, round)) - time.nowMs();
    cancelTimer = time.after(waitMs, () => approach(of, true));
  }

  function jump(of: Line, round: Round) {
    const atServerMs = clock.estimatedServerNowMs(time.nowMs() + learned.seekLatencyMs());
    if (atServerMs >= stopsAtServerMs(of, round)) approach(of, round.repeats);
    else seek(placeInRound(of, round, atServerMs));
  }

  function obey(of: Line, round: Round, decision: DriftDecision) {
    if (decision.kind === "leave") return;
    cancelPulse();
    if (decision.kind === "jump") {
      jump(of, round);
      return;
    }
    writeRate(of, decision.correction);
    learned.noteRateWritten();
    if (decision.forMs < Infinity) cancelPulse = time.after(decision.forMs, () => endPulse(of));
  }

  function endPulse(of: Line) {
    if (motion.kind !== "running") return;
    writeRate(of);
    const drift = settleDrift(
      motion.drift,
      time.nowMs(),
      learned.context().gains.quietAfterPulseMs,
    );
    motion = { ...motion, drift };
  }

  function handleRunningFrame(of: Line, presented: PresentedFrame) {
    if (motion.kind !== "running" || picture.isPaused() || picture.isSeeking()) return;
    const { round, drift: before } = motion;
    if (round.repeats && frameAt(of.clip, presented.mediaTimeMs) > round.lastFrame) {
      approach(of, true);
      return;
    }
    const atMs = presented.dueAtLocalMs;
    const wantMs = placeInRound(of, round, clock.estimatedServerNowMs(atMs));
    const errorMs = (presented.mediaTimeMs - wantMs) / of.timeline.rate;
    const outcome = consider(before, { atMs, errorMs }, learned.context());
    learned.learn(outcome.profile);
    motion = { ...motion, drift: outcome.drift };
    if (outcome.landed !== null) learnLateness(outcome.landed.errorMs);
    lastErrorMs = usualErrorMs(outcome.drift) ?? lastErrorMs;
    obey(of, round, outcome.decision);
  }

  /** Where a fresh picture lands, before anything corrected it, is how late it started. */
  function learnLateness(errorMs: number) {
    if (motion.kind !== "running" || motion.expectedStartMs === null) return;
    learned.learnStart(motion.expectedStartMs, errorMs);
    motion = { ...motion, expectedStartMs: null };
  }

  /** A changed speed, repeat or loop goes on from where the picture will be at its start: no stop, no seek. */
  function goesOn(next: Line): boolean {
    if (line === null || motion.kind !== "running" || picture.isPaused()) return false;
    if (line.clip.clipId !== next.clip.clipId) return false;
    const atServerMs = next.startsAtServerMs;
    if (atServerMs < clock.estimatedServerNowMs() - tooLateMs) return false;
    if (motion.round.repeats && atServerMs > stopsAtServerMs(line, motion.round)) return false;
    const thereMs = placeInRound(line, motion.round, atServerMs);
    return Math.abs(frameStartMs(next.clip, next.fromFrame) - thereMs) < sameLineMs;
  }

  /** Until the new line starts, the one before holds. */
  function turnInto(next: Line) {
    cancelTimer();
    cancelTimer = time.after(clock.toLocalMs(next.startsAtServerMs) - time.nowMs(), () => {
      cancelPulse();
      line = next;
      const round = roundOf(next, next.startsAtServerMs);
      const drift = startDrift(time.nowMs(), learned.context().gains);
      motion = { kind: "running", round, drift, expectedStartMs: null };
      writeRate(next);
      awaitTurn(next, round);
    });
  }

  picture.onEvent((event) => {
    if (event === "waiting" && motion.kind === "running") learned.noteWaiting();
  });

  return {
    follow: (next) => {
      if (isSameLine(wanted, next)) return;
      wanted = next;
      learned.use(next.hasSound);
      if (goesOn(next)) {
        turnInto(next);
        return;
      }
      line = next;
      approach(next);
    },
    stop: () => {
      cancelTimers();
      line = null;
      wanted = null;
      motion = { kind: "idle" };
      lastErrorMs = null;
    },
    phase: () => (motion.kind === "approaching" && motion.isTurn ? "turning" : motion.kind),
    errorMs: () => (motion.kind === "idle" ? null : lastErrorMs),
    startLatencyMs: () => learned.startLatencyMs(),
    handleFrame: (presented) => {
      if (!picture.isSeeking()) learned.notePicture();
      if (line !== null) handleRunningFrame(line, presented);
    },
    advance: () => {
      const stopped = motion.kind === "running" && picture.isPaused() && !picture.isSeeking();
      if (line !== null && stopped && !picture.hasEnded()) approach(line);
      else advance();
    },
  };
}
