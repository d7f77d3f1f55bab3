import type { ObservationId, ParticipantId } from "#shared/domain/ids.ts";
import { fail } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { TimelineRefusal } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Member, Welcome } from "#shared/protocol/room-events.ts";
import type { ShownFrame } from "./agreement.ts";
import { createMembers } from "./members.ts";
import { createRoomAgenda } from "./room-agenda.ts";
import type { RoomAgenda } from "./room-agenda.ts";
import { createRoomFirst, firstOf } from "./room-first.ts";
import type { RoomFirst } from "./room-first.ts";
import { createRoomCover } from "./room-cover.ts";
import { createRoomKeeper } from "./room-keeper.ts";
import type { HeldAt, MemberReport, RoomParts } from "./room-parts.ts";
import type { RoomPlayback } from "./room-playback.ts";
import { createRoomPrompt } from "./room-prompt.ts";
import type { RoomPrompt } from "./room-prompt.ts";
import { createRoomStage } from "./room-stage.ts";
import type { RoomStage } from "./room-stage.ts";
import { createSeats } from "./seats.ts";
import type { Seats, Tab } from "./seats.ts";

/** The live state of one room: who is here, what is on screen, what is covered. Knows no sockets. */
export interface ReviewRoom {
  readonly seats: Seats;
  readonly playback: RoomPlayback;
  readonly agenda: RoomAgenda;
  readonly prompt: RoomPrompt;
  /** Who begins: watched once, then the practitioner's words. */
  readonly first: RoomFirst;
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
  readonly command: RoomStage["command"];
  shown(who: ParticipantId, frame: ShownFrame): void;
  report(who: ParticipantId, report: MemberReport): void;
  /** Goes on without those who are awaited, once four seconds have passed. */
  passGate(by: ParticipantId): void;
  /** Off the shared timeline, or back to it. */
  lookOnOwn(tab: Tab, isOnOwn: boolean): void;
  /** For the clip that is open, by those who follow it; nothing is shown of another. */
  readonly setView: RoomStage["setView"];
  readonly point: RoomStage["point"];
  sayCompany(who: ParticipantId, company: Company): void;
  putCover(who: ParticipantId): void;
  liftCover(who: ParticipantId): void;
  holdMoment(
    by: ParticipantId,
    at: HeldAt,
  ): Promise<
    Result<
      { observationId: ObservationId; created: boolean },
      "board-full" | "board-frozen" | TimelineRefusal
    >
  >;
  setClips(clips: readonly TimelineClip[]): void;
  /** Looks again who may see what of the prepared notes. */
  tellNotes(): void;
  /** Once a second: silence, covers of people who are gone, and where a playing clip has got to. */
  tick(): void;
  close(): void;
}

/** Opens a room as it was stored, paused. */
export function createReviewRoom(parts: RoomParts): ReviewRoom {
  const { clock, tell, stored } = parts;
  const seats = createSeats();
  const members = createMembers(stored?.companies ?? {});
  /** The page on which somebody looks on their own: another page of theirs begins in step. */
  const ownPages = new Map<ParticipantId, string>();
  let { locked } = parts;

  const cover = createRoomCover({
    storedBy: stored?.coveredBy ?? [],
    nowMs: () => clock.serverNowMs(),
    here: () => members.here(),
    save: () => keeper.save(),
    tell: (news) => tell("cover:changed", news),
  });
  const stage = createRoomStage({
    ...parts,
    members,
    isCovered: () => cover.isOn,
    save: () => keeper.save(),
    saveSoon: () => keeper.saveSoon(),
    follow: (timeline) => {
      first.follow(timeline);
      notePause(timeline);
    },
  });
  const { playback, agreement, gate } = stage;
  const first = createRoomFirst({
    stored: firstOf(stored),
    isOn: parts.practitionerFirst,
    nowMs: clock.nowMs,
    roleOf: (who) => members.roleOf(who),
    openClipId: () => playback.timeline?.clipId ?? null,
    onRecord: () => keeper.save(),
    onChange: (now) => tell("first:changed", now),
    onOpening: tellNotes,
    onWait: parts.noteWait,
  });
  const agenda = createRoomAgenda(stored?.agenda, tell, () => keeper.save());
  const keeper = createRoomKeeper({
    ...parts,
    playback,
    record: () => ({
      timeline: playback.timeline,
      coveredBy: cover.by,
      companies: members.companies(),
      view: stage.view.now,
      first: first.record,
      agenda: agenda.now,
    }),
  });

  function tellNotes(): void {
    parts.tellNotes(() => first.openedBy);
  }

  /** A film that somebody has stopped; a pause at rest is no change of the timeline. */
  function notePause(timeline: Timeline | null): void {
    const { kind, by } = timeline?.cause ?? { kind: "opened", by: null };
    const role = kind === "pause" && by !== null ? members.roleOf(by) : null;
    if (role === "guider" || role === "practitioner") parts.notePause(role);
  }

  function tellMembers(): void {
    tell("members:changed", members.list());
    stage.look();
  }

  /** The picture of a page that has just got the seat has yet to be seen. */
  function beginSeat({ participantId, tabId }: Tab): void {
    members.setPicture(participantId, "loading");
    members.setOnOwn(participantId, ownPages.get(participantId) === tabId);
    agreement.forget(participantId);
  }

  return {
    seats,
    playback,
    agenda,
    prompt: createRoomPrompt(tell),
    first,
    command: stage.command,
    setView: stage.setView,
    point: stage.point,
    enter(tab, who, takeSeat) {
      const { displaced } = seats.enter(tab, takeSeat);
      members.join(who, clock.serverNowMs());
      first.arrived(who.participantId);
      if (seats.isSeated(tab)) beginSeat(tab);
      tellMembers();
      cover.look();
      return displaced;
    },
    takeSeat(tab) {
      if (seats.isSeated(tab)) return null;
      const { displaced } = seats.take(tab);
      beginSeat(tab);
      tellMembers();
      return displaced;
    },
    leave(tab, gone) {
      const { participantId } = tab;
      const hadSeat = seats.isSeated(tab);
      seats.leave(tab);
      const isStillHere = seats.has(participantId);
      if (isStillHere && !hadSeat) return;
      agreement.forget(participantId);
      if (isStillHere) members.setPicture(participantId, "unseen");
      else members.setLink(participantId, gone ? "away" : "lost");
      tellMembers();
      cover.look();
      if (seats.taken === 0) playback.stop({ kind: "pause", by: null });
    },
    heard(participantId) {
      members.heard(participantId, clock.serverNowMs());
      if (members.here().has(participantId)) return;
      members.setLink(participantId, "here");
      tellMembers();
      cover.look();
    },
    welcome: (tab) => ({
      timeline: playback.timeline,
      serverNowMs: clock.serverNowMs(),
      me: tab.participantId,
      members: members.list(),
      cover: cover.describe(),
      agreement: agreement.now,
      gate: gate.now,
      view: stage.view.now,
      seated: seats.isSeated(tab),
      locked,
    }),
    setLocked(next) {
      locked = next;
      tell("lock:changed", { locked });
    },
    shown: (who, frame) => agreement.shown(who, frame),
    report(who, report) {
      const isChanged = members.report(who, report);
      if (report.picture === "unseen") agreement.forget(who);
      if (isChanged) tellMembers();
      stage.noteReport(who, report);
    },
    passGate: (by) => gate.pass(by),
    lookOnOwn({ participantId, tabId }, isOnOwn) {
      if (isOnOwn) ownPages.set(participantId, tabId);
      else ownPages.delete(participantId);
      if (!members.setOnOwn(participantId, isOnOwn)) return;
      agreement.forget(participantId);
      tellMembers();
    },
    sayCompany(who, company) {
      members.sayCompany(who, company);
      keeper.save();
      tellMembers();
    },
    putCover(who) {
      stage.stopFor(who);
      cover.put(who);
    },
    liftCover: (who) => cover.lift(who),
    async holdMoment(by, at) {
      if (cover.isOn) return fail("covered");
      const timeline = stage.restAt(by, at);
      if (timeline === null) return fail("unknown-clip");
      const held = await parts.boards.holdMoment(parts.reviewId, {
        momentKey: `${timeline.epoch}:${timeline.revision}`,
        clipId: timeline.clipId,
        clipRev: timeline.clipRev,
        frame: timeline.motion.frame,
        heldBy: by,
      });
      if (held.ok) first.held(timeline.clipId);
      if (held.ok && held.value.created) {
        tell("moment:held", { observationId: held.value.observationId, by });
      }
      return held;
    },
    setClips(clips) {
      playback.setClips(clips);
      tellNotes();
    },
    tellNotes,
    tick() {
      if (members.noteSilence(clock.serverNowMs())) tellMembers();
      cover.look();
      keeper.saveHeartbeat();
    },
    close() {
      keeper.close();
      stage.close();
    },
  };
}
