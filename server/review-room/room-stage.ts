import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { TimelineRefusal } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import type { Point, View } from "#shared/playback/view.ts";
import { leadMsFor } from "./lead-time.ts";
import type { Members } from "./members.ts";
import { createRoomAgreement } from "./room-agreement.ts";
import type { RoomAgreement } from "./room-agreement.ts";
import { createRoomGate } from "./room-gate.ts";
import type { HeldCommand, RoomGate } from "./room-gate.ts";
import type { HeldAt, MemberReport, RoomParts } from "./room-parts.ts";
import { createRoomPlayback } from "./room-playback.ts";
import type { RoomPlayback } from "./room-playback.ts";
import { openingTimeline } from "./room-record.ts";
import { createRoomView } from "./room-view.ts";
import type { RoomView } from "./room-view.ts";
import { createStallWatch } from "./stall-watch.ts";

/** A timeline that stands on a frame. */
export type RestingTimeline = Timeline & { readonly motion: { readonly kind: "paused" } };

/** What everybody in one live room looks at, and who is awaited for it. */
export interface RoomStage {
  readonly playback: RoomPlayback;
  readonly agreement: RoomAgreement;
  readonly gate: RoomGate;
  readonly view: RoomView;
  readonly command: (
    command: TimelineCommand,
    by: ParticipantId,
    basedOnRevision: number,
  ) => Result<null, TimelineRefusal>;
  /** The timeline at rest: where it is, or stopped on the holder's frame while it plays. */
  restAt(by: ParticipantId, at: HeldAt): RestingTimeline | null;
  readonly setView: (by: ParticipantId, clipId: string, view: View) => Result<null, "covered">;
  readonly point: (by: ParticipantId, pointed: PointedAt) => Result<null, "covered">;
  /** Stops everything for a cover. */
  stopFor(coverer: ParticipantId): void;
  noteReport(who: ParticipantId, report: MemberReport): void;
  /** Looks again who follows and who is awaited, after any change of the members. */
  look(): void;
  close(): void;
}

/** A ring on the picture of this clip; null takes it away. */
export interface PointedAt {
  readonly clipId: Timeline["clipId"];
  readonly at: Point | null;
}

/** What leaves a start waiting that the gate holds back; any other change of the timeline ends the wait. */
const leavesGate: ReadonlySet<Timeline["cause"]["kind"]> = new Set(["rate", "repeat", "loop"]);

/** Sets the stage as it was stored, paused. */
export function createRoomStage(
  parts: Pick<RoomParts, "clock" | "after" | "tell" | "clips" | "stored" | "newEpoch"> &
    Pick<RoomParts, "heartbeatFrame"> & {
      readonly members: Members;
      readonly isCovered: () => boolean;
      readonly save: () => void;
      readonly saveSoon: () => void;
      readonly follow: (timeline: Timeline | null) => void;
    },
): RoomStage {
  const { clock, after, tell, members, stored } = parts;
  /** The last pause pressed at rest: it leaves no revision to tell later presses by. */
  let restPause: { readonly by: ParticipantId; readonly atServerMs: number } | null = null;
  const leadMs = () => leadMsFor(members.paces(), clock.serverNowMs());

  const openOn = (
    clips: readonly TimelineClip[],
    timeline: Timeline | null,
    heartbeatFrame: number | null = null,
  ) => openingTimeline(clips, { timeline, heartbeatFrame }, parts.newEpoch());
  const playback = createRoomPlayback({
    clock,
    after,
    clips: parts.clips,
    opening: openOn(parts.clips, stored?.timeline ?? null, parts.heartbeatFrame),
    reopen: openOn,
    onChange: (timeline) => {
      if (timeline === null || !leavesGate.has(timeline.cause.kind)) gate.close();
      tell("playback:changed", { timeline, serverNowMs: clock.serverNowMs() });
      view.follow(timeline?.clipId ?? null);
      parts.follow(timeline);
      parts.save();
      agreement.look();
    },
  });
  const agreement = createRoomAgreement({
    timeline: () => playback.timeline,
    followers: () => members.followers(),
    tell: (news) => tell("playback:agreed", news),
  });
  const view = createRoomView({
    stored,
    clipId: playback.timeline?.clipId ?? null,
    onChange: (news) => {
      tell("view:changed", news);
      parts.saveSoon();
    },
  });
  const gate = createRoomGate({
    after,
    members: () => members.list(),
    isWatched: () => members.followers().length > 0,
    start(held, passedBy) {
      if (held.kind === "stall") return playback.resume(passedBy, leadMs());
      const revision = playback.timeline?.revision ?? 0;
      const outcome = playback.propose(held.command, held.by, revision, leadMs());
      if (outcome.ok) playback.take(outcome.value);
    },
    tell: (news) => tell("gate:changed", { gate: news }),
  });
  const stalls = createStallWatch({
    after,
    hold(who) {
      if (!gate.awaits(who) || playback.timeline?.motion.kind !== "playing") return;
      playback.holdFor(who, members.frameOf(who));
      gate.hold({ kind: "stall" });
    },
  });

  function command(
    asked: TimelineCommand,
    by: ParticipantId,
    basedOnRevision: number,
  ): Result<null, TimelineRefusal> {
    if (parts.isCovered() && asked.kind !== "pause") return fail("covered");
    const outcome = playback.propose(asked, by, basedOnRevision, leadMs());
    if (!outcome.ok) return outcome;
    if (asked.kind === "pause") {
      if (isResting(playback.timeline)) restPause = { by, atServerMs: clock.serverNowMs() };
      gate.close();
    }
    if (isStart(asked) && isResting(playback.timeline)) {
      if (crossesPause(by)) return fail("stale-revision");
      if (gate.hold({ kind: "start", command: asked, by })) return ok(null);
    }
    playback.take(outcome.value);
    return ok(null);
  }

  /** Whether a press was under way when somebody else paused at rest. */
  function crossesPause(by: ParticipantId): boolean {
    if (restPause === null || restPause.by === by) return false;
    return clock.serverNowMs() - restPause.atServerMs < members.roundTripMsOf(by);
  }

  /** Whether what somebody shows lies on the picture that everybody looks at. */
  function isInSight(by: ParticipantId, clipId: string): boolean {
    return clipId === playback.timeline?.clipId && members.followers().includes(by);
  }

  return {
    playback,
    agreement,
    gate,
    view,
    command,
    restAt(by, at) {
      const { timeline } = playback;
      if (timeline === null) return null;
      const frame = at.clipId === timeline.clipId ? at.frame : (playback.frameNow() ?? 0);
      command({ kind: "pause", clipId: timeline.clipId, frame }, by, at.revision);
      return isResting(playback.timeline) ? playback.timeline : null;
    },
    setView(by, clipId, next) {
      if (parts.isCovered()) return fail("covered");
      if (isInSight(by, clipId)) view.set(next, by);
      return ok(null);
    },
    point(by, { clipId, at }) {
      if (parts.isCovered()) return fail("covered");
      if (isInSight(by, clipId)) tell("pointer:moved", { by, clipId, at });
      return ok(null);
    },
    stopFor(coverer) {
      gate.close();
      playback.stop({ kind: "cover", by: coverer });
    },
    noteReport: (who, report) => stalls.note(who, report),
    look() {
      agreement.look();
      gate.look();
    },
    close() {
      gate.close();
      stalls.close();
      playback.close();
    },
  };
}

function isStart(command: TimelineCommand): command is HeldCommand {
  return command.kind === "play" || command.kind === "again";
}

function isResting(timeline: Timeline | null): timeline is RestingTimeline {
  return timeline?.motion.kind === "paused";
}
