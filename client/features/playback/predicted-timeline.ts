import type { ParticipantId } from "#shared/domain/ids.ts";
import { applyCommand, pauseAt } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";

/**
 * What this person should see before the server has answered: the confirmed timeline with the awaited
 * commands that bring the picture to rest. A play is never guessed: its instant is the server's.
 */
export function predictTimeline(
  confirmed: Timeline,
  awaited: readonly TimelineCommand[],
  clips: ReadonlyMap<string, TimelineClip>,
  by: ParticipantId,
): Timeline {
  return awaited.reduce((timeline, command) => predict(timeline, command, clips, by), confirmed);
}

/** The speed and repeat asked for last: what is on its way counts before what is confirmed. */
export function askedSettings(
  confirmed: Timeline,
  awaited: readonly TimelineCommand[],
): Pick<Timeline, "rate" | "repeat"> {
  const { rate, repeat } = confirmed;
  return {
    rate: awaited.findLast((command) => command.kind === "rate")?.rate ?? rate,
    repeat: awaited.findLast((command) => command.kind === "repeat")?.repeat ?? repeat,
  };
}

/** Whether the last thing asked about moving or resting is to move. */
export function isPlayAsked(awaited: readonly TimelineCommand[]): boolean {
  const last = awaited.findLast(
    ({ kind }) => kind === "play" || kind === "again" || kind === "pause",
  );
  return last !== undefined && last.kind !== "pause";
}

/** These take hold at an instant that is the server's to choose, while the picture moves. */
const changesOnTheWay = new Set<TimelineCommand["kind"]>(["rate", "repeat", "loop"]);

function predict(
  timeline: Timeline,
  command: TimelineCommand,
  clips: ReadonlyMap<string, TimelineClip>,
  by: ParticipantId,
): Timeline {
  const playing = timeline.motion.kind === "playing";
  if (command.kind === "play") return timeline;
  if (playing && changesOnTheWay.has(command.kind)) return timeline;
  const outcome = applyCommand(timeline, command, {
    by,
    basedOnRevision: timeline.revision,
    nowServerMs: 0,
    leadMs: 0,
    clips,
  });
  return outcome.ok ? atItsStart(outcome.value, clips) : timeline;
}

/** What is going to move rests on its first frame: it is there already when the start comes. */
function atItsStart(timeline: Timeline, clips: ReadonlyMap<string, TimelineClip>): Timeline {
  const clip = clips.get(timeline.clipId);
  if (timeline.motion.kind === "paused" || clip === undefined) return timeline;
  return {
    ...pauseAt(timeline, clip, timeline.motion.fromFrame, timeline.cause),
    revision: timeline.revision,
  };
}
