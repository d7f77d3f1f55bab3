import type { AccessChange } from "#server/access-changes.ts";
import type { AppContext, Boards, IsPlayable } from "#server/context.ts";
import type { PreparedNotesTeller } from "#server/notes/prepared-notes.ts";
import { createLatestOnly } from "#server/realtime/latest-only.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredClip } from "#server/storage/stores.ts";
import type { JourneyId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { afterDelay } from "./after.ts";
import { playableClips, timelineClips } from "./room-clips.ts";
import { parseRoomRecord } from "./room-record.ts";
import { createReviewRoom } from "./review-room.ts";
import type { ReviewRoom } from "./review-room.ts";
import type { TellRoom } from "./room-parts.ts";

/** An empty room is kept in memory this long, so that a reload finds it as it was. */
const keptEmptyMs = 30_000;
const tickMs = 1_000;

/** The rooms that are open now. */
export interface RoomRegistry {
  /** The room of a review, loaded from the store when it is not open. */
  open(review: StoredReview): Promise<ReviewRoom>;
  close(): Promise<void>;
}

interface OpenRoom {
  readonly room: ReviewRoom;
  /** Looks again which clips may be played. */
  readonly checkClips: () => void;
  emptySince: number | null;
}

/** Loads rooms when somebody comes, ticks them once a second and lets empty ones go. */
export function createRoomRegistry(parts: {
  readonly context: AppContext;
  readonly boards: Boards;
  readonly isPlayable: IsPlayable;
  readonly tellRoom: (reviewId: ReviewId) => TellRoom;
  readonly notes: Pick<PreparedNotesTeller, "tell">;
}): RoomRegistry {
  const { context, boards } = parts;
  const { stores, clock, random, log } = context;
  const opening = new Map<ReviewId, { journeyId: JourneyId; loading: Promise<OpenRoom> }>();
  const rooms = new Map<ReviewId, OpenRoom>();
  /** Writes of one room follow each other, so that an older state never overwrites a newer one. */
  const writes = new Map<ReviewId, Promise<void>>();

  function write(reviewId: ReviewId, work: () => Promise<void>): void {
    const next = (writes.get(reviewId) ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => log.error({ reviewId, error }, "a room's state was not stored"));
    writes.set(reviewId, next);
  }

  async function load(review: StoredReview): Promise<OpenRoom> {
    const { reviewId } = review;
    await writes.get(reviewId);
    const stored = await stores.rooms.load(reviewId);
    const clips = await playableClips(stores.clips, reviewId, parts.isPlayable);
    const room = createReviewRoom({
      reviewId,
      clock,
      after: afterDelay,
      boards,
      newEpoch: random.uuid,
      tell: parts.tellRoom(reviewId),
      clips: timelineClips(clips),
      locked: review.locked,
      stored: stored === null ? null : parseRoomRecord(stored.state),
      heartbeatFrame: stored?.heartbeatFrame ?? null,
      practitionerFirst: review.practitionerFirst,
      tellNotes: (openedBy) => parts.notes.tell(reviewId, openedBy),
      noteWait: (waitMs) => log.info({ reviewId, waitMs }, "the practitioner's first words"),
      // Kept only where the journey counts pauses; nobody in the room is told.
      notePause: (by) => write(reviewId, () => stores.pauseCounts.add(reviewId, by)),
      save: (record) => write(reviewId, () => stores.rooms.save(reviewId, JSON.stringify(record))),
      saveHeartbeat: (frame) => write(reviewId, () => stores.rooms.saveHeartbeat(reviewId, frame)),
    });
    const opened = {
      room,
      checkClips: createClipCheck(review, room),
      emptySince: clock.serverNowMs(),
    };
    rooms.set(reviewId, opened);
    return opened;
  }

  /** Only the last look counts, and only for a room that is still open. */
  function createClipCheck({ reviewId }: StoredReview, room: ReviewRoom): () => void {
    const setClips = (clips: readonly StoredClip[]) => {
      if (rooms.get(reviewId)?.room !== room) return;
      room.setClips(timelineClips(clips));
      parts.tellRoom(reviewId)("clips:changed", {});
    };
    return createLatestOnly(
      async () => setClips(await playableClips(stores.clips, reviewId, parts.isPlayable)),
      (error) => {
        log.error({ reviewId, error }, "a room's clips could not be read");
        setClips([]); // what may no longer be allowed is not played on
      },
    );
  }

  function letGo(reviewId: ReviewId): void {
    rooms.get(reviewId)?.room.close();
    rooms.delete(reviewId);
    opening.delete(reviewId);
  }

  const ticking = setInterval(() => {
    const nowMs = clock.serverNowMs();
    for (const [reviewId, entry] of rooms) {
      entry.room.tick();
      if (entry.room.seats.size > 0) {
        entry.emptySince = null;
        parts.tellRoom(reviewId)("beat:asked", {});
      } else entry.emptySince ??= nowMs;
      if (entry.emptySince !== null && nowMs - entry.emptySince > keptEmptyMs) letGo(reviewId);
    }
  }, tickMs);

  async function noteCompany(change: Extract<AccessChange, { kind: "let-in" }>): Promise<void> {
    const review = await stores.reviews.find(change.reviewId);
    if (review !== null) (await open(review)).sayCompany(change.participantId, change.company);
  }

  async function open(review: StoredReview): Promise<ReviewRoom> {
    const { reviewId, journeyId } = review;
    const already = opening.get(reviewId);
    if (already !== undefined) return (await already.loading).room;
    const loading = load(review);
    opening.set(reviewId, { journeyId, loading });
    loading.catch(() => opening.delete(reviewId));
    return (await loading).room;
  }

  /** Tells a room of a change; one that is being loaded has perhaps not read it, and is told afterwards. */
  function tellOpened(reviewId: ReviewId, tell: (opened: OpenRoom) => void): void {
    const loading = opening.get(reviewId)?.loading;
    loading?.then(tell, () => {}); // who opens it hears why it could not be opened
  }

  /** A board can be back before its room: words that reach the disk open the room they belong to. */
  async function noteWords(reviewId: ReviewId, who: ParticipantId): Promise<void> {
    const review = await stores.reviews.find(reviewId);
    if (review !== null) (await open(review)).first.wrote(who);
  }

  const stopHearing = boards.onWritten((reviewId, who) => {
    if (opening.has(reviewId)) return tellOpened(reviewId, ({ room }) => room.first.wrote(who));
    noteWords(reviewId, who).catch((error: unknown) =>
      log.error({ reviewId, error }, "a room did not hear of words on its board"),
    );
  });
  const stopListening = context.access.listen((change) => {
    if (change.kind === "clips-changed") {
      for (const [reviewId, { journeyId }] of opening) {
        if (journeyId === change.journeyId) tellOpened(reviewId, ({ checkClips }) => checkClips());
      }
    }
    if (change.kind === "notes-changed") {
      for (const [reviewId, { journeyId }] of opening) {
        if (journeyId === change.journeyId) tellOpened(reviewId, ({ room }) => room.tellNotes());
      }
    }
    if (change.kind === "practitioner-first") {
      tellOpened(change.reviewId, ({ room }) => room.first.setOn(change.practitionerFirst));
    }
    if (change.kind === "let-in") {
      void noteCompany(change).catch((error: unknown) =>
        log.error({ reviewId: change.reviewId, error }, "a room statement was not stored"),
      );
    }
    if (change.kind === "review-locked") {
      tellOpened(change.reviewId, ({ room }) => room.setLocked(change.locked));
    }
  });

  return {
    open,
    async close() {
      clearInterval(ticking);
      stopListening();
      stopHearing();
      for (const reviewId of rooms.keys()) letGo(reviewId);
      await Promise.all(writes.values());
    },
  };
}
