import type { IncomingMessage } from "node:http";
import type { Duplex, Readable } from "node:stream";
import type { Logger } from "pino";
import type * as Y from "yjs";
import type { Config } from "#server/config.ts";
import type { Keys } from "#server/media/keys.ts";
import type { PersonalPlace } from "#server/storage/personal-session-store.ts";
import type { BoardLog, StoredClip, StoredClipFile, Stores } from "#server/storage/stores.ts";
import type { Still } from "#shared/board/board-doc.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import type {
  ClipId,
  InviteId,
  MediaId,
  ObservationId,
  ParticipantId,
  ReviewId,
} from "#shared/domain/ids.ts";
import type { Principal, Thing } from "#shared/domain/permissions.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { AccessChanges } from "#server/access-changes.ts";

/** Time and randomness come in here and nowhere else, so that tests can hold them. */
export interface Clock {
  /** Fractional ms, monotonic, from an arbitrary start: the clock of the playback timeline. */
  readonly serverNowMs: () => number;
  /** Whole ms, epoch UTC: for records only. */
  readonly nowMs: () => number;
}

/** Where ids and secrets come from; tests hold it. */
export interface RandomSource {
  readonly uuid: () => string;
  /** 32 random bytes as base64url: cookies, review links. */
  readonly secret: () => string;
}

/** What every part of the server is built from. */
export interface AppContext {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: Logger;
  readonly stores: Stores;
  readonly boardLog: BoardLog;
  readonly keys: Keys;
  readonly access: AccessChanges;
  /** Set in the house of a rehearsal alone. */
  readonly rehearsal?: RehearsalScope;
}

/** Where the house of a rehearsal stands and in whose browser it may be used. */
export interface RehearsalScope {
  /** Its cookie is sent under this path alone. */
  readonly path: string;
  /** Whether a request comes from the browser in which its guider is signed in. */
  readonly isGuidersBrowser: (request: IncomingMessage) => Promise<boolean>;
}

/** Whoever sent a request, found by the one resolver from the cookie. */
export interface Visitor {
  readonly principal: Principal;
  readonly sessionId: string | null;
  readonly tokenHash: string | null;
  /** The account or invite id: who this is inside a room. */
  readonly participantId: ParticipantId | null;
  readonly inviteId: InviteId | null;
  readonly name: string | null;
  /** Whose own place this browser opens; null for everybody but a practitioner who was once let in. */
  readonly own: PersonalPlace | null;
}

/** The one way to learn who asks: HTTP, Socket.IO, the board's upgrade and the media route all use it. */
export interface Identity {
  identify(request: IncomingMessage): Promise<Visitor>;
  /** The same for a session known already, so that a long connection can be checked again. */
  identifySession(tokenHash: string): Promise<Visitor>;
  /** The journey and review a thing belongs to, as `can` wants it; null when there is no such thing. */
  reviewThing(reviewId: ReviewId): Promise<Thing | null>;
}

/** The boards of all rooms. Everything resolves only after it is on disk. */
export interface Boards {
  /** The epoch of the review's board, which is made and seeded when it is not there yet. */
  epochOf(reviewId: ReviewId): Promise<string>;
  /** Opens an observation; the same `momentKey` twice finds the first one. */
  holdMoment(
    reviewId: ReviewId,
    moment: {
      readonly momentKey: string;
      readonly clipId: ClipId;
      readonly clipRev: string;
      readonly frame: number;
      readonly heldBy: ParticipantId;
    },
  ): Promise<
    Result<{ observationId: ObservationId; created: boolean }, "board-full" | "board-frozen">
  >;
  /** Ties a kept picture to its observation. False when that is not there, has another one, or the board is frozen. */
  setStill(reviewId: ReviewId, observationId: ObservationId, still: Still): Promise<boolean>;
  /** Makes an observation somebody's own moment, instead of the one before, or takes that back. */
  pin(
    reviewId: ReviewId,
    observationId: ObservationId,
    who: ParticipantId,
    isPinned: boolean,
  ): Promise<Result<null, "not-found" | "board-frozen">>;
  /** Adds an aim, with the words of an observation's "what followed" when one is named. */
  addAim(
    reviewId: ReviewId,
    fromObservationId: ObservationId | null,
  ): Promise<Result<{ aimId: string }, "aims-full" | "not-found" | "board-frozen">>;
  /** Takes an aim away; one that has gone already is gone. */
  removeAim(reviewId: ReviewId, aimId: string): Promise<Result<null, "board-frozen">>;
  /** The document as committed: to be read, in the same tick, and never written. */
  readDoc(reviewId: ReviewId): Promise<Y.Doc>;
  /** Makes a change of the server's own on a board that is there already and is not frozen. */
  changeDoc(
    reviewId: ReviewId,
    change: (doc: Y.Doc) => void,
  ): Promise<Result<null, "not-found" | "board-frozen">>;
  /**
   * A frozen board takes no edit of anybody's. In force at once; resolves when what was taken in before is
   * on disk. Forgotten by a restart: see `askWhenOpened`.
   */
  freeze(reviewId: ReviewId, isFrozen: boolean): Promise<void>;
  /** Has it asked, whenever a board comes into memory and before anybody is let to it, whether it is frozen. */
  askWhenOpened(isFrozen: (reviewId: ReviewId) => Promise<boolean>): void;
  /** Calls back after each commit by which a participant put words into an observation; answers how to stop. */
  onWritten(listener: (reviewId: ReviewId, participantId: ParticipantId) => void): () => void;
  /**
   * Calls back after each commit by which somebody changed the helping question or a goal, and when a
   * frozen board is thawed; answers how to stop.
   */
  onFocus(listener: (reviewId: ReviewId, news: "written" | "thawed") => void): () => void;
  /** Takes over a WebSocket upgrade on the board's path (`/yjs/<reviewId>`). */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes the board sockets of one participant, one session or (no filter) everybody in a review. */
  closeSockets(
    reviewId: ReviewId,
    code: number,
    only?: {
      readonly participantId?: ParticipantId;
      readonly sessionId?: string;
      readonly tabId?: string;
    },
  ): void;
  close(): Promise<void>;
}

/** Encrypted clip files on disk. */
export interface ClipFiles {
  /** Encrypts as it arrives, inspects, and keeps the file or leaves nothing behind. */
  accept(
    clipId: ClipId,
    bytes: Readable,
    declaredBytes: number | null,
  ): Promise<Result<{ media: ClipMedia; file: StoredClipFile }, Refusal>>;
  /** The plain bytes from `start` to `end`, both included. */
  read(
    clipId: ClipId,
    file: StoredClipFile,
    totalBytes: number,
    start: number,
    end: number,
  ): Readable;
  remove(file: StoredClipFile): Promise<void>;
  /** Inspects a clip that lies sealed in the data folder already, and keeps it or leaves it where it is. */
  acceptStaged(
    staged: StagedClip,
  ): Promise<Result<{ media: ClipMedia; file: StoredClipFile }, Refusal>>;
  /** Whether so many bytes more leave enough room on the disk for everything else. */
  hasRoomFor(bytes: number): Promise<boolean>;
  /** Removes files that no clip has (a crash can leave one), when they are older than that (epoch UTC). */
  sweep(kept: ReadonlySet<string>, beforeMs: number): Promise<void>;
}

/** A clip that has come in whole, sealed under its own key, and is not yet looked through. */
export interface StagedClip {
  readonly path: string;
  readonly clipId: ClipId;
  readonly wrappedKey: Uint8Array;
  readonly totalBytes: number;
  /** SHA-256 of the file as the sender has it, hex; other bytes are refused. */
  readonly digest: string;
}

/** Opaque addresses of clips, one for each session and clip, good for nothing in another browser. */
export interface MediaAddresses {
  issue(sessionId: string, clipId: ClipId): MediaId;
  find(mediaId: MediaId): { sessionId: string; clipId: ClipId } | null;
}

/** Who is at which door now; kept in memory only. */
export interface Door {
  isKnocking(sessionId: string): boolean;
}

/** Whether a clip may be played in a room: its file is there and everybody in shot has given permission. */
export type IsPlayable = (clip: StoredClip) => Promise<boolean>;
