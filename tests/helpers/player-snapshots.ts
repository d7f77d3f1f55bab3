import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { mediaIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { TimelineClip } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";

/** A clip of the room as a browser knows it. */
export function buildRoomClip(clip: TimelineClip, title = "The red cup"): RoomClip {
  return {
    clipId: clip.clipId,
    cycleNumber: 1,
    title,
    initiative: "looked up",
    description: "",
    captions: "",
    marks: [],
    mediaId: mediaIdSchema.parse("m".repeat(32)),
    media: {
      mimeType: "video/mp4",
      videoCodec: "avc1",
      hasSound: false,
      bytes: 1_000,
      width: 320,
      height: 180,
      durationMs: clip.durationMs,
      framesMs: [...clip.framesMs],
      clipRev: clip.clipRev,
    },
  };
}

/** A member who is here with a picture. */
export function buildMember(
  participantId: ParticipantId,
  name: string,
  changes: Partial<Member> = {},
): Member {
  return {
    participantId,
    name,
    role: "practitioner",
    link: "here",
    company: null,
    picture: "ready",
    isOnOwn: false,
    colour: 0,
    ...changes,
  };
}

/** What a player at rest shows. */
export function buildSnapshot(changes: Partial<PlayerSnapshot> = {}): PlayerSnapshot {
  return {
    timeline: null,
    clips: [],
    clip: null,
    phase: "paused",
    shownFrame: 0,
    agreement: "waiting",
    isInStep: false,
    picture: "ready",
    loading: {},
    cover: { isCovered: false, isByMe: false, by: [], mayLift: false },
    gate: null,
    view: wholeView,
    loopFrom: null,
    isOnOwn: false,
    link: "here",
    isSeated: true,
    refused: null,
    ...changes,
  };
}
