import * as Y from "yjs";
import { Board } from "./board.ts";
import type { AppContext } from "#server/context.ts";
import type { StoredBoard } from "#server/storage/stores.ts";
import { cycleToComeBackTo, earlierAimsOf } from "./earlier-aims.ts";
import { isOfEarlierVersion, seedBoard, upgradeBoard } from "#shared/board/board-doc.ts";
import type { BoardSeed } from "#shared/board/board-doc.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";

const unloadAfterMs = 60_000;

/** What a registry asks and tells; without them no board is frozen and nobody is told. */
export interface RegistryPorts {
  readonly isFrozen: (reviewId: ReviewId) => Promise<boolean>;
  readonly onWritten: (reviewId: ReviewId, participantId: ParticipantId) => void;
  readonly onFocus: (reviewId: ReviewId) => void;
}

const alone: RegistryPorts = {
  isFrozen: () => Promise.resolve(false),
  onWritten: () => undefined,
  onFocus: () => undefined,
};

/** The boards in memory. A board is made once, seeded in the same write, and loaded when it is needed. */
export class BoardRegistry {
  readonly #context: AppContext;
  readonly #ports: RegistryPorts;
  readonly #boards = new Map<ReviewId, Promise<Board>>();
  readonly #loaded = new Map<ReviewId, Board>();
  /** What `freeze` was told since the server started. */
  readonly #frozen = new Map<ReviewId, boolean>();

  constructor(context: AppContext, ports: RegistryPorts = alone) {
    this.#context = context;
    this.#ports = ports;
  }

  /** The board of a review, made or loaded when it is not in memory. Use it in the same tick. */
  async open(reviewId: ReviewId): Promise<Board> {
    this.#loaded.get(reviewId)?.touch(); // so that it is not let go before the caller uses it
    const present = this.#boards.get(reviewId);
    if (present !== undefined) return await present;
    const opening = this.#load(reviewId);
    this.#boards.set(reviewId, opening);
    try {
      return await opening;
    } catch (error) {
      this.#boards.delete(reviewId); // so that the next one tries again
      throw error;
    }
  }

  /** The board of a review that has one already; none is made. */
  async openExisting(reviewId: ReviewId): Promise<Board | null> {
    const isThere = this.#boards.has(reviewId) || (await this.#isStored(reviewId));
    return isThere ? await this.open(reviewId) : null;
  }

  async #isStored(reviewId: ReviewId): Promise<boolean> {
    return (await this.#context.boardLog.load(reviewId)) !== null;
  }

  /** The board when it is in memory. */
  loaded(reviewId: ReviewId): Board | null {
    return this.#loaded.get(reviewId) ?? null;
  }

  all(): Board[] {
    return [...this.#loaded.values()];
  }

  /** Freezes or thaws a board, in memory or not; resolves when what was taken in before is on disk. */
  async freeze(reviewId: ReviewId, isFrozen: boolean): Promise<void> {
    this.#frozen.set(reviewId, isFrozen);
    const board = await this.open(reviewId);
    board.isFrozen = isFrozen;
    await board.flushed();
  }

  /** Folds the logs of empty rooms and lets go of what has been idle for a minute. */
  async tidy(): Promise<void> {
    for (const [reviewId, board] of this.#loaded) {
      board.restWhenIdle();
      if (board.isIdle) await board.compact();
      if (board.isIdle && this.#isLongUnused(board)) this.#unload(reviewId, board);
    }
  }

  #isLongUnused(board: Board): boolean {
    return this.#context.clock.nowMs() - board.lastUsedAtMs > unloadAfterMs;
  }

  async close(): Promise<void> {
    const boards = await Promise.allSettled(this.#boards.values());
    for (const board of boards) {
      if (board.status === "rejected") continue;
      await board.value.flushed().catch(() => undefined); // reported where it failed
      await board.value.compact();
      board.value.destroy();
    }
    this.#boards.clear();
    this.#loaded.clear();
  }

  #unload(reviewId: ReviewId, board: Board): void {
    this.#boards.delete(reviewId);
    this.#loaded.delete(reviewId);
    board.destroy();
  }

  async #load(reviewId: ReviewId): Promise<Board> {
    const { boardLog, log, clock } = this.#context;
    const stored = (await boardLog.load(reviewId)) ?? (await this.#create(reviewId));
    const board = new Board(stored, {
      reviewId,
      boardLog,
      log,
      nowMs: clock.nowMs,
      freshClientId: () => this.#freshClientId(),
      onWritten: (participantId) => this.#ports.onWritten(reviewId, participantId),
      onFocus: () => this.#ports.onFocus(reviewId),
    });
    if (isOfEarlierVersion(board.live)) await board.edit(upgradeBoard);
    const isFrozen = await this.#ports.isFrozen(reviewId);
    board.isFrozen = this.#frozen.get(reviewId) ?? isFrozen;
    this.#loaded.set(reviewId, board);
    return board;
  }

  async #create(reviewId: ReviewId): Promise<StoredBoard> {
    const { boardLog, random, clock } = this.#context;
    const clientId = this.#freshClientId();
    const bytes = seedUpdate(clientId, await this.#readSeed(reviewId));
    const newOwners = [{ clientId, participantId: "server" as const }];
    const atMs = clock.nowMs();
    const firstUpdate = { reviewId, actorId: "server" as const, bytes, atMs, newOwners };
    await boardLog.create(reviewId, random.uuid(), firstUpdate); // false: somebody else just made it
    const stored = await boardLog.load(reviewId);
    if (stored === null) throw new Error("a board that was just made is not there");
    return stored;
  }

  async #readSeed(reviewId: ReviewId): Promise<BoardSeed> {
    const { journeys, reviews } = this.#context.stores;
    const review = await reviews.find(reviewId);
    const journey = review === null ? null : await journeys.read(review.journeyId);
    if (review === null || journey === null) {
      throw new Error("a board was asked for, but its review is not there");
    }
    const { helpingQuestion, goals, cycles } = journey;
    const before = cycleToComeBackTo(cycles, review.cycleNumber);
    const earlierAims = before === undefined ? [] : earlierAimsOf(before);
    return { helpingQuestion, goals, earlierAims };
  }

  /** 32 random bits, as Yjs chooses them. */
  #freshClientId(): number {
    return Number.parseInt(this.#context.random.uuid().slice(0, 8), 16);
  }
}

function seedUpdate(clientId: number, seed: BoardSeed): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  seedBoard(doc, seed);
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return bytes;
}
