import type { ParticipantId } from "#shared/domain/ids.ts";
import { applyCommand } from "#shared/playback/apply-command.ts";
import { frameAt } from "#shared/playback/frames.ts";
import { playbackRates } from "#shared/playback/timeline.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import type { FollowedTimeline } from "./followed-timeline.ts";
import type { LoopMarks } from "./loop-marks.ts";
import type { PictureDriver } from "./picture-driver.ts";
import type { PlayerCommands } from "./player-commands.ts";

/** What moves the clip, for both or for oneself. */
export type Presses = Pick<
  PlayerCommands,
  | "play"
  | "pause"
  | "toggle"
  | "seekToFrame"
  | "step"
  | "skip"
  | "setRate"
  | "changeSpeed"
  | "setRepeat"
  | "toggleRepeat"
  | "loopFromHere"
  | "loopToHere"
  | "setLoop"
  | "letGoOfLoop"
  | "again"
  | "openClip"
  | "visit"
>;

/** What a press is judged by, and where it goes. */
export interface PressParts {
  readonly me: ParticipantId;
  readonly driver: Pick<PictureDriver, "seen" | "frameOf" | "positionMs" | "rest" | "unblock">;
  readonly followed: FollowedTimeline;
  readonly marks: LoopMarks;
  readonly clips: () => ReadonlyMap<string, TimelineClip>;
  readonly onChange: () => void;
  /** Asked before a film at rest is set going for both: not while somebody writes. */
  readonly mayStart: () => boolean;
}

/** Turns each press into a command for the clip that is on this screen. */
export function createPresses(parts: PressParts): Presses {
  const { driver, followed, marks } = parts;
  const wanted = () => followed.wanted();
  const give = (command: TimelineCommand) => followed.give(command);

  const frameOf = (timeline: Timeline) =>
    driver.frameOf(timeline, parts.clips().get(timeline.clipId));

  function inClip(act: (timeline: Timeline) => TimelineCommand | null) {
    const timeline = wanted();
    const command = timeline && act(timeline);
    if (command !== null) give(command);
  }

  /** A film that moves already goes on, and one's own picture disturbs nobody. */
  const mayStart = () =>
    followed.isMoving() || followed.own.timeline() !== null || parts.mayStart();

  /** Without a line nothing is played together. */
  function play() {
    if (wanted() === null || followed.isAlone() || !mayStart()) return;
    if (driver.seen().state === "blocked") driver.unblock(); // this press is a tap as well
    give({ kind: "play" });
  }

  function pause() {
    const timeline = wanted();
    if (timeline === null || !followed.isMoving()) return;
    const frame = frameOf(timeline);
    driver.rest();
    give({ kind: "pause", clipId: timeline.clipId, frame });
  }

  function seekBy(timeline: Timeline, byMs: number): TimelineCommand | null {
    const clip = parts.clips().get(timeline.clipId);
    if (clip === undefined) return null;
    const toMs = Math.max(0, driver.positionMs(timeline, clip) + byMs);
    return { kind: "seek", clipId: timeline.clipId, frame: frameAt(clip, toMs) };
  }

  /** The mark stays when the loop would be too short or too long: one goes on to a better end. */
  function loopToHere(timeline: Timeline) {
    const { clipId, revision: basedOnRevision } = timeline;
    const loop = marks.closeAt(timeline, frameOf(timeline));
    const command = { kind: "loop", clipId, loop } as const;
    const context = {
      by: parts.me,
      basedOnRevision,
      nowServerMs: 0,
      leadMs: 0,
      clips: parts.clips(),
    };
    const outcome = applyCommand(timeline, command, context);
    if (!outcome.ok) {
      followed.refuse(outcome.reason);
      return;
    }
    marks.clear();
    give(command);
    if (timeline.motion.kind === "paused") play();
  }

  return {
    play,
    pause,
    toggle: () => (followed.isMoving() ? pause() : play()),
    seekToFrame: (frame) =>
      inClip(({ clipId }) => ({ kind: "seek", clipId, frame: Math.max(0, frame) })),
    step: (frames) =>
      inClip(({ clipId, motion }) =>
        motion.kind === "playing" ? null : { kind: "step", clipId, frames },
      ),
    skip: (byMs) => inClip((timeline) => seekBy(timeline, byMs)),
    setRate: (rate) => give({ kind: "rate", rate }),
    changeSpeed: (by) => {
      const settings = followed.asked();
      const rate = settings && playbackRates[playbackRates.indexOf(settings.rate) + by];
      if (rate) give({ kind: "rate", rate });
    },
    setRepeat: (repeat) => give({ kind: "repeat", repeat }),
    toggleRepeat: () => give({ kind: "repeat", repeat: followed.asked()?.repeat !== true }),
    loopFromHere: () => {
      const timeline = wanted();
      if (timeline !== null) marks.begin(timeline.clipId, frameOf(timeline));
      parts.onChange();
    },
    loopToHere: () => {
      const timeline = wanted();
      if (timeline !== null) loopToHere(timeline);
    },
    setLoop: (loop) => inClip(({ clipId }) => ({ kind: "loop", clipId, loop })),
    letGoOfLoop: () => {
      marks.clear();
      inClip(({ clipId }) => ({ kind: "loop", clipId, loop: null }));
    },
    again: () =>
      inClip((timeline) => {
        const { clipId } = timeline;
        return mayStart() ? { kind: "again", clipId, frame: frameOf(timeline) } : null;
      }),
    openClip: (clipId) => give({ kind: "clip", clipId }),
    visit: (clipId, frame) => give({ kind: "visit", clipId, frame }),
  };
}
