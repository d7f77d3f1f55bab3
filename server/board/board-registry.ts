import * as Y from "yjs";
import { Board } from "./board.ts";
import type { AppContext } from "#server/context.ts";
import type { StoredBoard } from "#server/storage/stores.ts";
import { seedBoard, upgradeBoard } from "#shared/board/board-doc.ts";
import type { BoardSeed } from "#shared/board/board-doc.ts";
import type { ReviewId } from "#shared/domain/ids.ts";

const unloadAfterMs = 60_000;

/** The boards in memory. A board is made once, seeded in the same write, and loaded when it is needed. */
export class BoardRegistry {
  readonly #context: AppContext;
  readonly #boards = new Map<ReviewId, Promise<Board>>();
  readonly #loaded = new Map<ReviewId, Board>();

  constructor(context: AppContext) {
    this.#context = context;
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

  /** The board when it is in memory. */
  loaded(reviewId: ReviewId): Board | null {
    return this.#loaded.get(reviewId) ?? null;
  }

  all(): Board[] {
    return [...this.#loaded.values()];
  }

  /** Folds the logs of empty rooms and lets go of what has been idle for a minute. */
  async tidy(): Promise<void> {
    for (const [reviewId, board] of this.#loaded) {
      if (this.#isLongUnused(board)) board.rest();
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
    const freshClientId = () => this.#freshClientId();
    const board = new Board(stored, { reviewId, boardLog, log, nowMs: clock.nowMs, freshClientId });
    await board.edit(upgradeBoard); // nothing is written when there is nothing to do
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
    const { journeys } = this.#context.stores;
    const owner = await journeys.ownershipOf({ kind: "review", id: reviewId });
    const journey = owner === null ? null : await journeys.read(owner.journeyId);
    if (journey === null) throw new Error("a board was asked for, but its review is not there");
    const { helpingQuestion, goals } = journey;
    return { helpingQuestion, goals, earlierAims: [] };
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
