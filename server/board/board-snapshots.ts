import type { Logger } from "pino";
import type { BoardLog } from "#server/storage/stores.ts";
import type { ReviewId } from "#shared/domain/ids.ts";

/** What folding needs; `encode` gives everything that is committed. */
export interface SnapshotPorts {
  readonly reviewId: ReviewId;
  readonly boardLog: Pick<BoardLog, "compact">;
  readonly log: Logger;
  readonly encode: () => Uint8Array;
}

const updatesPerSnapshot = 500;

/** Folds a board's log into one snapshot now and then: deleted words leave the disk with it. */
export class BoardSnapshots {
  readonly #ports: SnapshotPorts;
  #lastSeq: number;
  #updates: number;

  /** `updates`: how many lie in the log since the last snapshot. */
  constructor(ports: SnapshotPorts, lastSeq: number, updates: number) {
    this.#ports = ports;
    this.#lastSeq = lastSeq;
    this.#updates = updates;
  }

  /** Counts what was committed; folds when it has become much. */
  note(updates: number, lastSeq: number): void {
    this.#lastSeq = Math.max(this.#lastSeq, lastSeq);
    this.#updates += updates;
    if (this.#updates >= updatesPerSnapshot) void this.fold();
  }

  /** Folds when there is anything to fold. */
  async fold(): Promise<void> {
    if (this.#updates === 0) return;
    const folded = this.#updates;
    this.#updates = 0;
    const { boardLog, reviewId, log, encode } = this.#ports;
    try {
      await boardLog.compact(reviewId, this.#lastSeq, encode());
    } catch (error) {
      this.#updates += folded; // nothing is lost: the log still has every update
      log.warn({ reviewId, err: error }, "board not compacted");
    }
  }
}
