import type { StoredReview } from "#server/storage/review-store.ts";
import type {
  BoardLog,
  StoredBoard,
  StoredInvite,
  StoredSession,
  Stores,
} from "#server/storage/stores.ts";
import { createRehearsalFocus } from "./rehearsal-focus.ts";
import type { NotePlace, StoredNote } from "#server/storage/private-note-store.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { ReviewState } from "#shared/domain/permissions.ts";

/** What a rehearsal's memory begins with. */
export interface RehearsalSeat {
  readonly review: Pick<StoredReview, "reviewId" | "state">;
  /** The one link into the rehearsal. */
  readonly invite: StoredInvite;
  /** Called when the seat is used, so that one nobody uses can be let go. */
  readonly onUse: () => void;
}

/**
 * The stores of one rehearsal: what is read is the real thing, what is written stays in this memory and is
 * gone with it. A store that knows of no rehearsal refuses every write.
 */
export function createRehearsalStores(real: Stores, seat: RehearsalSeat): Stores {
  const { reviewId } = seat.review;
  const sessions = new Map<string, StoredSession>();
  let invite: StoredInvite = seat.invite;
  let state: ReviewState = seat.review.state;
  let room: { state: string; heartbeatFrame: number | null } | null = null;
  let notes: StoredNote[] = [];

  const isOurs = (id: string) => id === invite.inviteId;
  const isElsewhere = (one: StoredNote, place: NotePlace) =>
    one.observationId !== place.observationId || one.participantId !== place.participantId;

  return {
    accounts: readOnly(real.accounts, ["count", "find", "first"]),
    accountInvites: readOnly(real.accountInvites, []),
    organisations: readOnly(real.organisations, []),
    clips: readOnly(real.clips, [
      "find",
      "listOfCycle",
      "listOfReview",
      "isOfReview",
      "peopleInShot",
    ]),
    frameworks: readOnly(real.frameworks, ["read"]),
    signedBoards: readOnly(real.signedBoards, ["latest"]),
    stills: readOnly(real.stills, ["find", "fileNames"]),
    reports: readOnly(real.reports, []),
    summaries: readOnly(real.summaries, []),
    rewatches: readOnly(real.rewatches, []),
    traineeLogs: readOnly(real.traineeLogs, []),
    // Nobody's pauses of a rehearsal count.
    pauseCounts: { ...readOnly(real.pauseCounts, []), add: () => Promise.resolve() },
    retention: readOnly(real.retention, []),
    // A person's link opens in the real house alone.
    people: {
      ...readOnly(real.people, ["keptFor", "contactOf"]),
      findLink: () => Promise.resolve(null),
    },
    // Nor does a link to somebody's own place.
    ownLinks: { ...readOnly(real.ownLinks, []), find: () => Promise.resolve(null) },
    checkIns: readOnly(real.checkIns, []),
    personalSessions: {
      ...readOnly(real.personalSessions, []),
      add: () => Promise.resolve(),
      addFirst: () => Promise.resolve(false),
      find: () => Promise.resolve(null),
    },
    journeys: {
      ...readOnly(real.journeys, ["list", "readPerson"]),
      ...createRehearsalFocus(real.journeys),
      ownershipOf: async (thing) => {
        if (thing.kind === "review" && thing.id !== reviewId) return null;
        const owner = await real.journeys.ownershipOf(thing);
        if (thing.kind !== "review" || owner === null) return owner;
        return { ...owner, review: { id: reviewId, state } };
      },
    },
    reviews: {
      ...readOnly(real.reviews, []),
      find: async (id) => {
        const review = id === reviewId ? await real.reviews.find(id) : null;
        return review === null ? null : { ...review, state };
      },
      setState: async (_id, next) => {
        state = next;
      },
      nextFilm: (id) => Promise.resolve(id === reviewId ? { nextOn: null, nextWhat: "" } : null),
      noteNextFilm: () => Promise.resolve(),
    },
    invites: {
      ...readOnly(real.invites, []),
      find: async (id) => (isOurs(id) ? invite : null),
      findBySecretHash: async (hash) => (hash === invite.secretHash ? invite : null),
      listOfReview: async (id) => (id === reviewId ? [invite] : []),
      bind: async (_id, boundSessionId) => {
        invite = { ...invite, boundSessionId };
      },
    },
    sessions: {
      ...readOnly(real.sessions, []),
      add: async (session) => {
        const { holder } = session;
        if (holder.kind !== "invite" || !isOurs(holder.inviteId)) return await refuseToWrite();
        sessions.set(session.tokenHash, session);
      },
      find: async (tokenHash, atMs) => {
        const session = sessions.get(tokenHash) ?? null;
        if (session === null || session.expiresAtMs <= atMs) return null;
        seat.onUse();
        return session;
      },
      prolong: () => Promise.resolve(),
      end: async (tokenHash) => void sessions.delete(tokenHash),
    },
    rooms: {
      save: async (_id, next) => {
        room = { state: next, heartbeatFrame: null };
      },
      saveHeartbeat: async (_id, heartbeatFrame) => {
        if (room !== null) room = { ...room, heartbeatFrame };
      },
      load: async (id) => room ?? (await real.rooms.load(id)),
    },
    privateNotes: {
      keep: async (note) => {
        notes = [...notes.filter((one) => isElsewhere(one, note)), note];
      },
      remove: async (place) => {
        notes = notes.filter((one) => isElsewhere(one, place));
      },
      listOf: async (_id, participantId) =>
        notes.filter((one) => one.participantId === participantId),
    },
    hasSealedRecords: () => real.hasSealedRecords(),
    close: () => Promise.resolve(), // what is read belongs to the real house
  };
}

/** A board of the rehearsal's own, in memory: a copy of the review's where that has one already. */
export function createRehearsalBoardLog(
  real: Pick<BoardLog, "load">,
  reviewId: ReviewId,
): BoardLog {
  let board: StoredBoard | null = null;

  async function load(id: ReviewId): Promise<StoredBoard | null> {
    if (id !== reviewId) return null;
    board ??= await real.load(reviewId);
    return board;
  }

  const append: BoardLog["append"] = async ({ actorId, bytes, newOwners }) => {
    if (board === null) return await refuseToWrite();
    const seq = board.lastSeq + 1;
    const update = { seq, actorId, bytes: bytes.slice() };
    const { updates, owners } = board;
    board = {
      ...board,
      updates: [...updates, update],
      owners: [...owners, ...newOwners],
      lastSeq: seq,
    };
    return seq;
  };

  return {
    load,
    append,
    create: async (id, epoch, firstUpdate) => {
      if ((await load(id)) !== null) return false;
      board = { epoch, snapshot: null, updates: [], owners: [], lastSeq: 0 };
      await append(firstUpdate);
      return true;
    },
    compact: () => Promise.resolve(), // it lives ten minutes
    close: () => Promise.resolve(),
  };
}

function refuseToWrite(): Promise<never> {
  return Promise.reject(new Error("a rehearsal writes nothing"));
}

/** The store with these of its methods; every other one, also one that comes later, rejects. */
function readOnly<Store extends object>(
  store: Store,
  readers: readonly (keyof Store & string)[],
): Store {
  const refusing = Object.keys(store).map((name) => [name, refuseToWrite]);
  const reading = readers.map((name) => [name, store[name]]);
  return Object.fromEntries([...refusing, ...reading]) as Store; // each name of the store, once
}
