import type { ObservationId, ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { TimelineRefusal } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Agreement, Member, Welcome } from "#shared/protocol/room-events.ts";
import { agree } from "./agreement.ts";
import type { ShownFrame } from "./agreement.ts";
import { describeCover, liftCover, noteWhoIsHere, putCover, uncovered } from "./cover-state.ts";
import type { CoverState } from "./cover-state.ts";
import { leadMsFor } from "./lead-time.ts";
import type { Pace } from "./lead-time.ts";
import { createMembers } from "./members.ts";
import type { HeldAt, RoomParts } from "./room-parts.ts";
import { createRoomPlayback } from "./room-playback.ts";
import type { RoomPlayback } from "./room-playback.ts";
import { openingTimeline } from "./room-record.ts";
import { createSeats } from "./seats.ts";
import type { Seats, Tab } from "./seats.ts";

type RestingTimeline = Timeline & { readonly motion: { readonly kind: "paused" } };

function isResting(timeline: Timeline): timeline is RestingTimeline {
  return timeline.motion.kind === "paused";
}

/** The live state of one room: who is here, what is on screen, what is covered. Knows no sockets. */
export interface ReviewRoom {
  readonly seats: Seats;
  readonly playback: RoomPlayback;
  enter(
    tab: Tab,
    who: Pick<Member, "participantId" | "name" | "role">,
    takeSeat: boolean,
  ): Tab | null;
  /** Gives this open tab its person's seat; answers the tab that had it. */
  takeSeat(tab: Tab): Tab | null;
  /** `gone`: the person left or was asked to; otherwise the line was lost. */
  leave(tab: Tab, gone: boolean): void;
  heard(participantId: ParticipantId): void;
  welcome(tab: Tab): Welcome;
  setLocked(locked: boolean): void;
  command(
    command: TimelineCommand,
    by: ParticipantId,
    basedOnRevision: number,
  ): Result<null, TimelineRefusal>;
  shown(who: ParticipantId, frame: ShownFrame): void;
  report(who: ParticipantId, picture: Member["picture"], pace: Pace): void;
  sayCompany(who: ParticipantId, company: Company): void;
  putCover(who: ParticipantId): void;
  liftCover(who: ParticipantId): void;
  holdMoment(
    by: ParticipantId,
    at: HeldAt,
  ): Promise<
    Result<{ observationId: ObservationId; created: boolean }, "board-full" | TimelineRefusal>
  >;
  setClips(clips: readonly TimelineClip[]): void;
  /** Once a second: silence, covers of people who are gone, and where a playing clip has got to. */
  tick(): void;
  close(): void;
}

/** Opens a room as it was stored, paused. */
export function createReviewRoom(parts: RoomParts): ReviewRoom {
  const { clock, tell } = parts;
  const seats = createSeats();
  const members = createMembers(parts.stored?.companies ?? {});
  const shown = new Map<ParticipantId, ShownFrame>();
  let cover: CoverState = { ...uncovered, by: parts.stored?.coveredBy ?? [] };
  let agreement: Agreement | null = null;
  let { locked } = parts;
  let toldCover = JSON.stringify(describeCover(cover, clock.serverNowMs()));

  const openOn = (
    clips: readonly TimelineClip[],
    timeline: Timeline | null,
    heartbeatFrame: number | null = null,
  ) => openingTimeline(clips, { timeline, heartbeatFrame }, parts.newEpoch());
  const playback = createRoomPlayback({
    clock,
    after: parts.after,
    clips: parts.clips,
    opening: openOn(parts.clips, parts.stored?.timeline ?? null, parts.heartbeatFrame),
    reopen: openOn,
    onChange: (timeline) => {
      tell("playback:changed", { timeline, serverNowMs: clock.serverNowMs() });
      save();
      noteAgreement();
    },
  });

  function save(): void {
    parts.save({
      timeline: playback.timeline,
      coveredBy: cover.by,
      companies: members.companies(),
    });
  }

  function noteAgreement(): void {
    const before = agreement;
    agreement = agree(playback.timeline, members.followers(), shown);
    if (JSON.stringify(agreement) === JSON.stringify(before)) return;
    // Nothing to agree on any more: what was said is taken back.
    const told = agreement ?? (before && { ...before, state: "waiting", differing: [] });
    if (told !== null) tell("playback:agreed", told);
  }

  function tellMembers(): void {
    tell("members:changed", members.list());
    noteAgreement();
  }

  function setCover(next: CoverState): void {
    const changed = next.by.join() !== cover.by.join();
    cover = noteWhoIsHere(next, members.here(), clock.serverNowMs());
    if (changed) save();
    const description = describeCover(cover, clock.serverNowMs());
    if (JSON.stringify(description) === toldCover) return;
    toldCover = JSON.stringify(description);
    tell("cover:changed", description);
  }

  /** The picture of a tab that has just got the seat has yet to be seen. */
  function beginSeat(who: ParticipantId): void {
    members.setPicture(who, "loading");
    shown.delete(who);
  }

  /** The timeline at rest: where it is, or stopped on the holder's frame while it plays. */
  function restAt(by: ParticipantId, at: HeldAt): RestingTimeline | null {
    const { timeline } = playback;
    if (timeline === null || isResting(timeline)) return timeline;
    const { clipId } = timeline;
    const frame = at.clipId === clipId ? at.frame : (playback.frameNow() ?? 0);
    playback.command({ kind: "pause", clipId, frame }, by, at.revision, 0);
    const stopped = playback.timeline;
    return stopped !== null && isResting(stopped) ? stopped : null;
  }

  return {
    seats,
    playback,
    enter(tab, who, takeSeat) {
      const { displaced } = seats.enter(tab, takeSeat);
      members.join(who, clock.serverNowMs());
      if (seats.isSeated(tab)) beginSeat(who.participantId);
      tellMembers();
      setCover(cover);
      return displaced;
    },
    takeSeat(tab) {
      if (seats.isSeated(tab)) return null;
      const { displaced } = seats.take(tab);
      beginSeat(tab.participantId);
      tellMembers();
      return displaced;
    },
    leave(tab, gone) {
      const { participantId } = tab;
      const hadSeat = seats.isSeated(tab);
      seats.leave(tab);
      const isStillHere = seats.has(participantId);
      if (isStillHere && !hadSeat) return;
      shown.delete(participantId);
      if (isStillHere) members.setPicture(participantId, "unseen");
      else members.setLink(participantId, gone ? "away" : "lost");
      tellMembers();
      setCover(cover);
      if (seats.taken === 0) playback.stop({ kind: "pause", by: null });
    },
    heard(participantId) {
      members.heard(participantId, clock.serverNowMs());
      if (members.here().has(participantId)) return;
      members.setLink(participantId, "here");
      tellMembers();
      setCover(cover);
    },
    welcome: (tab) => ({
      timeline: playback.timeline,
      serverNowMs: clock.serverNowMs(),
      me: tab.participantId,
      members: members.list(),
      cover: describeCover(cover, clock.serverNowMs()),
      agreement,
      gate: null,
      view: { view: wholeView, by: null },
      seated: seats.isSeated(tab),
      locked,
    }),
    setLocked(next) {
      locked = next;
      tell("lock:changed", { locked });
    },
    command(command, by, basedOnRevision) {
      if (cover.by.length > 0 && command.kind !== "pause") return fail("covered");
      const outcome = playback.command(command, by, basedOnRevision, leadMsFor(members.paces()));
      return outcome.ok ? ok(null) : outcome;
    },
    shown(who, frame) {
      shown.set(who, frame);
      noteAgreement();
    },
    report(who, picture, pace) {
      const before = members.list().find((member) => member.participantId === who)?.picture;
      members.report(who, picture, pace);
      if (before !== picture) tellMembers();
    },
    sayCompany(who, company) {
      members.sayCompany(who, company);
      save();
      tellMembers();
    },
    putCover(who) {
      playback.stop({ kind: "cover", by: who });
      setCover(putCover(cover, who));
    },
    liftCover(who) {
      setCover(liftCover(cover, who, clock.serverNowMs()));
    },
    async holdMoment(by, at) {
      if (cover.by.length > 0) return fail("covered");
      const timeline = restAt(by, at);
      if (timeline === null) return fail("unknown-clip");
      const held = await parts.boards.holdMoment(parts.reviewId, {
        momentKey: `${timeline.epoch}:${timeline.revision}`,
        clipId: timeline.clipId,
        clipRev: timeline.clipRev,
        frame: timeline.motion.frame,
        heldBy: by,
      });
      if (held.ok && held.value.created) {
        tell("moment:held", { observationId: held.value.observationId, by });
      }
      return held;
    },
    setClips: (clips) => playback.setClips(clips),
    tick() {
      if (members.noteSilence(clock.serverNowMs())) tellMembers();
      setCover(cover);
      const frame = playback.frameNow();
      if (playback.timeline?.motion.kind === "playing" && frame !== null)
        parts.saveHeartbeat(frame);
    },
    close: () => playback.close(),
  };
}
