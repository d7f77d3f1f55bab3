import type { ClipId, ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { First, PreparedNotes } from "#shared/protocol/first-events.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { newFirst, withOpening, withRest, withWatched, withWords } from "./first-state.ts";
import type { FirstRecord } from "./first-state.ts";

/** Who begins in one live room: each clip is watched once, then the practitioner's words come first. */
export interface RoomFirst {
  readonly now: First;
  readonly record: FirstRecord;
  /** What opened the prepared notes for everybody; null while they wait. */
  readonly openedBy: PreparedNotes["openedBy"];
  setOn(isOn: boolean): void;
  /** The practitioner lets the guider begin. */
  pass(): void;
  /** The guider shows the notes. */
  reveal(): void;
  watched(clipId: ClipId): void;
  /** A moment of this clip is held: that is a rest, and its first view is over. */
  held(clipId: ClipId): void;
  /** Somebody's words in an observation are on disk. */
  wrote(who: ParticipantId): void;
  /** Somebody has come in whose words may have been there before. */
  arrived(who: ParticipantId): void;
  /** The timeline has changed: a pause begins the wait, the end of a clip its second look. */
  follow(timeline: Timeline | null): void;
}

/** Begins as it was stored. Words count as the practitioner's as soon as it is known who wrote them. */
export function createRoomFirst(parts: {
  readonly stored: FirstRecord;
  readonly isOn: boolean;
  /** Epoch UTC. */
  readonly nowMs: () => number;
  readonly roleOf: (who: ParticipantId) => Member["role"] | null;
  readonly openClipId: () => ClipId | null;
  /** To be stored. */
  readonly onRecord: () => void;
  readonly onChange: (now: First) => void;
  /** Other people may see the prepared notes now, or may no longer. */
  readonly onOpening: () => void;
  /** The practitioner's first words, so long after the first pause. */
  readonly onWait: (waitMs: number) => void;
}): RoomFirst {
  let { isOn } = parts;
  let record = parts.stored;
  /** Those who wrote before they came into the room: after a restart the board is often back first. */
  const unknownWriters = new Set<ParticipantId>();

  const describe = (): First => ({ isOn, watchedClipIds: record.watchedClipIds });
  const openedBy = () => record.openedBy ?? (isOn ? null : "off");

  function change(next: FirstRecord): void {
    if (next === record) return;
    const before = { ...record, openedBy: openedBy() };
    record = next;
    parts.onRecord();
    if (record.watchedClipIds !== before.watchedClipIds) parts.onChange(describe());
    if (openedBy() !== before.openedBy) parts.onOpening();
    if (record.waitMs !== null && before.waitMs === null) parts.onWait(record.waitMs);
  }

  function noteWords(who: ParticipantId): void {
    const role = parts.roleOf(who);
    if (role === null) unknownWriters.add(who);
    if (role === "practitioner") change(withWords(record, parts.nowMs()));
  }

  return {
    get now() {
      return describe();
    },
    get record() {
      return record;
    },
    get openedBy() {
      return openedBy();
    },
    setOn(next) {
      if (next === isOn) return;
      isOn = next;
      parts.onChange(describe());
      parts.onOpening();
    },
    pass: () => change(withOpening(record, "passed")),
    reveal: () => change(withOpening(record, "revealed")),
    watched: (clipId) => change(withWatched(record, clipId)),
    held: (clipId) => change(withRest(withWatched(record, clipId), parts.nowMs())),
    wrote(who) {
      const clipId = parts.openClipId();
      if (clipId !== null) change(withWatched(record, clipId)); // a field in use is not taken away
      noteWords(who);
    },
    arrived(who) {
      if (unknownWriters.delete(who)) noteWords(who);
    },
    follow(timeline) {
      if (timeline === null) return;
      const { cause, clipId } = timeline;
      if (cause.kind === "pause") change(withRest(record, parts.nowMs()));
      if (cause.kind === "ended") change(withWatched(record, clipId));
    },
  };
}

/** What a room without a record of it begins with. */
export const firstOf = (stored: { readonly first: FirstRecord } | null): FirstRecord =>
  stored?.first ?? newFirst;
