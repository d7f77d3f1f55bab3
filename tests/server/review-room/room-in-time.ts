import { createReviewRoom } from "#server/review-room/review-room.ts";
import type { ReviewRoom } from "#server/review-room/review-room.ts";
import type { MemberReport, RoomParts } from "#server/review-room/room-parts.ts";
import type { RoomRecord } from "#server/review-room/room-record.ts";
import type { Tab } from "#server/review-room/seats.ts";
import { observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import { roomTells } from "#shared/protocol/room-events.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { buildTimelineClip, callum, nadia, steadyFrames } from "#tests/helpers/timelines.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

/** A real room on a clock that a test moves, with what it told and stored. */
export interface RoomInTime {
  readonly time: VirtualTime;
  readonly room: ReviewRoom;
  readonly tabs: { readonly nadia: Tab; readonly callum: Tab };
  readonly told: { readonly name: string; readonly atMs: number; readonly message: unknown }[];
  readonly saved: RoomRecord[];
  readonly heartbeats: number[];
  readonly timeline: () => Timeline;
  readonly lastTold: (name: keyof typeof roomTells) => unknown;
  readonly press: (
    by: ParticipantId,
    command: TimelineCommand,
  ) => ReturnType<ReviewRoom["command"]>;
  readonly report: (
    who: ParticipantId,
    picture: Member["picture"],
    changes?: Partial<MemberReport>,
  ) => void;
}

/** A connection of this person, by a tab named after them unless told otherwise. */
export const tabOf = (participantId: ParticipantId, tabId: string = participantId): Tab => ({
  tabId,
  sessionId: participantId,
  participantId,
});

/** A minute of film at 25 frames a second. */
export const minuteClip: TimelineClip = buildTimelineClip(steadyFrames(1_500), 60_000);

/** Nadia and Callum are in it, and both pictures are there. */
export function openRoomInTime(changes: Partial<RoomParts> = {}): RoomInTime {
  const time = createVirtualTime(10_000);
  const told: RoomInTime["told"] = [];
  const saved: RoomRecord[] = [];
  const heartbeats: number[] = [];
  const room = createReviewRoom({
    reviewId: reviewIdSchema.parse("55555555-5555-4555-8555-555555555555"),
    clock: { serverNowMs: () => time.nowMs(), nowMs: () => time.nowMs() },
    after: (delayMs, run) => time.after(delayMs, run),
    boards: {
      holdMoment: () =>
        Promise.resolve(
          ok({
            observationId: observationIdSchema.parse("66666666-6666-4666-8666-666666666666"),
            created: true,
          }),
        ),
      addAim: () => Promise.resolve(fail("aims-full")),
    },
    newEpoch: () => "77777777-7777-4777-8777-777777777777",
    tell: (name, message) => {
      told.push({ name, atMs: time.nowMs(), message: roomTells[name].parse(message) });
    },
    clips: [minuteClip],
    locked: false,
    stored: null,
    heartbeatFrame: null,
    practitionerFirst: true,
    tellNotes: () => {},
    noteWait: () => {},
    notePause: () => {},
    save: (record) => void saved.push(record),
    saveHeartbeat: (frame) => void heartbeats.push(frame),
    ...changes,
  });
  const timeline = () => {
    if (room.playback.timeline === null) throw new Error("There is no clip.");
    return room.playback.timeline;
  };
  const report: RoomInTime["report"] = (who, picture, reportChanges = {}) =>
    room.report(who, {
      picture,
      frame: null,
      roundTripMs: 0,
      startLatencyMs: 0,
      beatAtServerMs: null,
      ...reportChanges,
    });
  const tabs = { nadia: tabOf(nadia), callum: tabOf(callum) };
  room.enter(tabs.nadia, { participantId: nadia, name: "Nadia", role: "guider" }, true);
  room.enter(tabs.callum, { participantId: callum, name: "Callum", role: "practitioner" }, true);
  report(nadia, "ready");
  report(callum, "ready");
  return {
    time,
    room,
    tabs,
    told,
    saved,
    heartbeats,
    timeline,
    report,
    lastTold: (name) => told.findLast((one) => one.name === name)?.message,
    press: (by, command) => room.command(command, by, timeline().revision),
  };
}
