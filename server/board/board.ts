import * as Y from "yjs";
import type { Logger } from "pino";
import { BoardMembers } from "./board-members.ts";
import type { BoardMember } from "./board-member.ts";
import { missingFrame, updateFrame } from "./board-messages.ts";
import { createBoardShadow } from "./board-shadow.ts";
import type { BoardShadow } from "./board-shadow.ts";
import { changesFocus, putsWords } from "./board-shape.ts";
import type { ShapeRefusal } from "./board-shape.ts";
import { BoardSnapshots } from "./board-snapshots.ts";
import { RestingDoc } from "./resting-doc.ts";
import { ClientOwners } from "./client-owners.ts";
import { CommitQueue } from "./commit-queue.ts";
import type { PendingEdit } from "./commit-queue.ts";
import type { GuardLimits, GuardRefusal } from "./guard-limits.ts";
import { inspectUpdate } from "./update-guard.ts";
import type { UpdateFacts } from "./update-guard.ts";
import type { BoardLog, StoredBoard } from "#server/storage/stores.ts";
import { boardLimits, serverOrigin } from "#shared/board/board-doc.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";

/** Why a browser's edit is not taken in: it is told to nobody and its sender is closed. */
export type EditRefusal =
  | GuardRefusal
  | ShapeRefusal
  | "read-only"
  | "frozen"
  | "foreign-client"
  | "board-full";

/** What a board needs of the server around it. */
export interface BoardPorts {
  readonly reviewId: ReviewId;
  readonly boardLog: BoardLog;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** The id the server writes under on a board that has none yet. */
  readonly freshClientId: () => number;
  /** Called when words that somebody put into an observation are on disk. */
  readonly onWritten: (participantId: ParticipantId) => void;
  /** Called when somebody's words in the helping question or a goal are on disk. */
  readonly onFocus: () => void;
}

const newIdsPerConnection = 4;
/** Searching slows its sender: it is done again by whoever loads the board. Real writing never notices. */
const searchStepsPerCost = 50;
/** The second document of a small board is made in no time, so it goes soon; that of a large one stays a minute. */
const restAfterMs = { small: 5_000, large: 60_000 };
const smallBytes = 64 * 1024;
/** Up to here the first document goes too. */
const tinyBytes = 16 * 1024;

/**
 * The board of one review. `live` holds exactly what is on disk, and only that is ever sent; edits are
 * tried on the shadow, stored, then applied to `live`, then told.
 */
export class Board {
  readonly epoch: string;
  readonly members: BoardMembers;
  /** While true nobody's edit is taken in; what was taken in before still reaches the disk. */
  isFrozen = false;
  readonly #ports: BoardPorts;
  readonly #committed: RestingDoc;
  readonly #owners: ClientOwners;
  readonly #queue: CommitQueue;
  readonly #snapshots: BoardSnapshots;
  readonly #serverClientId: number;
  #shadow: BoardShadow | null = null;
  #approximateBytes: number;
  #lastUsedAtMs: number;

  constructor(stored: StoredBoard, ports: BoardPorts) {
    this.#ports = ports;
    this.epoch = stored.epoch;
    this.#owners = new ClientOwners(stored.owners);
    this.#serverClientId = this.#owners.serverClientId ?? ports.freshClientId();
    this.members = new BoardMembers(this.#owners, ports.nowMs);
    const all = bytesOf(stored);
    this.#committed = new RestingDoc(all);
    this.#approximateBytes = all.reduce((sum, bytes) => sum + bytes.byteLength, 0);
    const encode = () => Y.encodeStateAsUpdate(this.live);
    const { lastSeq, updates } = stored;
    this.#snapshots = new BoardSnapshots({ ...ports, encode }, lastSeq, updates.length);
    this.#lastUsedAtMs = ports.nowMs();
    this.#queue = new CommitQueue({
      append: ({ actorId, bytes, newOwners }) => {
        const { reviewId, nowMs } = ports;
        return ports.boardLog.append({ reviewId, actorId, bytes, newOwners, atMs: nowMs() });
      },
      onCommitted: (edits, lastSeq) => this.#tell(edits, lastSeq),
      onFailed: (error) => this.#giveUp(error),
    });
  }

  /** The committed document, to be read only, in the same tick. */
  get live(): Y.Doc {
    return this.#committed.awake;
  }

  /** The document with what is on its way to the disk: what the next edit builds on. */
  get head(): Y.Doc {
    return this.#shadow?.doc ?? this.live;
  }

  get isIdle(): boolean {
    return this.members.isEmpty && this.#queue.isIdle;
  }

  /** When the board was last written to or left: what is idle long enough may go from memory. */
  get lastUsedAtMs(): number {
    return this.#lastUsedAtMs;
  }

  touch(): void {
    this.#lastUsedAtMs = this.#ports.nowMs();
  }

  /** Somebody has left. Behind the last one the log is folded, so that no deleted word stays on the disk. */
  leave(member: BoardMember): void {
    this.members.leave(member);
    this.touch();
    if (this.members.isEmpty) this.#queue.afterAll(() => void this.compact());
  }

  /** The frame that brings a browser with this state vector up to what is committed. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    return missingFrame(this.live, stateVector);
  }

  /** Takes in an edit of a browser, or says why not; the value is how much work it was. */
  propose(
    member: BoardMember,
    bytes: Uint8Array,
    limits: GuardLimits,
  ): Result<number, EditRefusal> {
    const inspected = inspectUpdate(bytes, this.head, limits);
    if (!inspected.ok) return inspected;
    const cost = Math.max(1, inspected.value.structs + inspected.value.newRanges);
    if (inspected.value.writers.length === 0 && inspected.value.newRanges === 0) return ok(cost);
    const refusal = this.#findRefusal(member, inspected.value, bytes);
    if (refusal !== null) return fail(refusal);
    const outcome = this.#openShadow().propose(bytes);
    if (!outcome.ok) {
      this.#dropShadow();
      return outcome;
    }
    const { written, searchSteps } = outcome.value;
    if (written !== null) this.#enqueue(member, inspected.value.writers, written);
    return ok(cost + searchSteps / searchStepsPerCost);
  }

  /** Makes a change of the server's own; resolves when it is on disk, rejects when it could not be written. */
  async edit(change: (doc: Y.Doc) => void): Promise<void> {
    const bytes = this.#openShadow().edit(change);
    if (bytes !== null) {
      this.#approximateBytes += bytes.byteLength;
      const newOwners = this.#owners.toKeep([this.#serverClientId], "server");
      this.#owners.claim(this.#serverClientId, "server");
      this.#queue.add({ actorId: "server", bytes, newOwners, sender: null });
    }
    await this.flushed();
  }

  /** Calls back when everything so far is on disk; not at all when it could not be written. */
  afterAll(follower: () => void): void {
    this.#queue.afterAll((isStored) => {
      if (isStored) follower();
    });
  }

  async flushed(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#queue.afterAll((isStored) => {
        if (isStored) resolve();
        else reject(new Error("the board could not be stored"));
      });
    });
  }

  /** Folds the log into one snapshot when there is anything to fold. */
  compact(): Promise<void> {
    return this.#snapshots.fold();
  }

  /** Lets go of the documents when nobody has written for a while; the next edit makes them anew. */
  restWhenIdle(): void {
    const afterMs = this.#approximateBytes < smallBytes ? restAfterMs.small : restAfterMs.large;
    const isOverdue = this.#ports.nowMs() - this.#lastUsedAtMs > afterMs;
    if (!isOverdue || !this.#queue.isIdle) return;
    this.#dropShadow();
    if (this.#approximateBytes < tinyBytes) this.#committed.rest();
  }

  destroy(): void {
    this.#dropShadow();
    this.#committed.destroy();
  }

  #findRefusal(member: BoardMember, facts: UpdateFacts, bytes: Uint8Array): EditRefusal | null {
    if (!member.canWrite) return "read-only";
    if (this.isFrozen) return "frozen";
    const { participantId } = member.seat;
    if (!facts.writers.every((id) => this.#owners.mayUse(id, participantId)))
      return "foreign-client";
    const fresh = facts.writers.filter(
      (id) => this.#owners.isNew(id) && !member.claimedIds.has(id),
    );
    if (member.claimedIds.size + fresh.length > newIdsPerConnection) return "foreign-client";
    return this.#hasRoomFor(bytes.byteLength) ? null : "board-full";
  }

  #hasRoomFor(byteLength: number): boolean {
    this.#approximateBytes += byteLength;
    if (this.#approximateBytes <= boardLimits.documentBytes) return true;
    // the sum counts words deleted since, so the document itself has the last word
    this.#approximateBytes = Y.encodeStateAsUpdate(this.head).byteLength + byteLength;
    return this.#approximateBytes <= boardLimits.documentBytes;
  }

  #enqueue(member: BoardMember, writers: readonly number[], bytes: Uint8Array): void {
    const { participantId } = member.seat;
    for (const clientId of writers) {
      if (this.#owners.isNew(clientId)) member.claimedIds.add(clientId);
      this.#owners.claim(clientId, participantId);
    }
    const newOwners = this.#owners.toKeep(writers, participantId);
    this.#queue.add({ actorId: participantId, bytes, newOwners, sender: member });
    this.touch();
  }

  #tell(edits: readonly PendingEdit[], lastSeq: number): void {
    const writers = new Set<ParticipantId>();
    let isFocusChanged = false;
    for (const { actorId, bytes, newOwners, sender } of edits) {
      const transaction = apply(this.live, bytes);
      this.#owners.markKept(newOwners);
      this.members.tell(updateFrame(bytes), sender);
      if (actorId === "server") continue;
      if (putsWords(transaction)) writers.add(actorId);
      if (changesFocus(transaction)) isFocusChanged = true;
    }
    this.#snapshots.note(edits.length, lastSeq);
    for (const writer of writers) this.#ports.onWritten(writer);
    if (isFocusChanged) this.#ports.onFocus();
  }

  #giveUp(error: unknown): void {
    this.#ports.log.error({ reviewId: this.#ports.reviewId, err: error }, "board not stored");
    this.#dropShadow();
    this.members.closeAll(boardCloseCodes.notStored);
  }

  #openShadow(): BoardShadow {
    this.#shadow ??= createBoardShadow(
      [Y.encodeStateAsUpdate(this.live), ...this.#queue.unsettled.map(({ bytes }) => bytes)],
      this.#serverClientId,
    );
    return this.#shadow;
  }

  #dropShadow(): void {
    this.#shadow?.destroy();
    this.#shadow = null;
  }
}

function apply(doc: Y.Doc, bytes: Uint8Array): Y.Transaction {
  return doc.transact((transaction) => {
    Y.applyUpdate(doc, bytes, serverOrigin);
    return transaction;
  }, serverOrigin);
}

function bytesOf({ snapshot, updates }: StoredBoard): Uint8Array[] {
  return [...(snapshot === null ? [] : [snapshot]), ...updates.map(({ bytes }) => bytes)];
}
