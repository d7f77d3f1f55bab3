import * as Y from "yjs";
import type { ClientOwner } from "#server/storage/stores.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";

/** An edit that was found good and is on its way to the disk. `sender` gets no copy of it. */
export interface PendingEdit {
  readonly actorId: ParticipantId | "server";
  readonly bytes: Uint8Array;
  readonly newOwners: readonly ClientOwner[];
  readonly sender: unknown;
}

/** What one write of one actor's edits came to. */
export interface ActorGroup {
  readonly actorId: ParticipantId | "server";
  readonly bytes: Uint8Array;
  readonly newOwners: readonly ClientOwner[];
}

/** Where a queue writes, and whom it tells. */
export interface CommitPorts {
  /** Resolves with the sequence number once the group is on disk. */
  readonly append: (group: ActorGroup) => Promise<number>;
  /** Called with edits that are on disk, in the order they came. */
  readonly onCommitted: (edits: readonly PendingEdit[], lastSeq: number) => void;
  /** Called when something could not be written: it and what waited behind it is dropped. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * Carries a board's edits to the disk in the order they came: what comes while one write runs shares the
 * next one, with no timer. Edits of one actor are merged, so that one that failed cannot leave a later
 * one of the same actor stored without it; different actors never build on each other's unstored edits.
 */
export class CommitQueue {
  readonly #ports: CommitPorts;
  #waiting: PendingEdit[] = [];
  #writing: readonly PendingEdit[] = [];
  #followers: Follower[] = [];
  #isRunning = false;

  constructor(ports: CommitPorts) {
    this.#ports = ports;
  }

  /** Everything accepted that is not on disk yet. */
  get unsettled(): readonly PendingEdit[] {
    return [...this.#writing, ...this.#waiting];
  }

  get isIdle(): boolean {
    return !this.#isRunning;
  }

  add(edit: PendingEdit): void {
    this.#waiting.push(edit);
    this.#start();
  }

  /** Calls back once everything added before is settled: at once when nothing is on its way. */
  afterAll(follower: Follower): void {
    if (this.isIdle) follower(true);
    else this.#followers.push(follower);
  }

  #start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#followers.length > 0) {
      const edits = this.#waiting;
      const followers = this.#followers;
      this.#writing = edits;
      this.#waiting = [];
      this.#followers = [];
      this.#settle(await this.#write(edits), edits, followers);
    }
    this.#isRunning = false;
  }

  async #write(edits: readonly PendingEdit[]): Promise<Written> {
    const groups = groupByActor(edits);
    const outcomes = await Promise.allSettled(groups.map((group) => this.#ports.append(group)));
    const written: Written = { actors: new Set(), lastSeq: 0, failures: [] };
    for (const [index, { actorId }] of groups.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === "fulfilled") {
        written.actors.add(actorId);
        written.lastSeq = Math.max(written.lastSeq, outcome.value);
      } else written.failures.push(outcome?.reason);
    }
    return written;
  }

  /** In one go, so that nobody builds on an edit that has just been lost. */
  #settle(
    { actors, lastSeq, failures }: Written,
    edits: readonly PendingEdit[],
    followers: readonly Follower[],
  ): void {
    const isStored = failures.length === 0;
    const late = isStored ? [] : this.#followers;
    this.#writing = [];
    if (!isStored) {
      this.#waiting = [];
      this.#followers = [];
    }
    const stored = edits.filter(({ actorId }) => actors.has(actorId));
    if (stored.length > 0) this.#ports.onCommitted(stored, lastSeq);
    if (!isStored) this.#ports.onFailed(failures[0]);
    for (const follower of [...followers, ...late]) follower(isStored);
  }
}

type Follower = (isStored: boolean) => void;

interface Written {
  readonly actors: Set<PendingEdit["actorId"]>;
  lastSeq: number;
  readonly failures: unknown[];
}

function groupByActor(edits: readonly PendingEdit[]): ActorGroup[] {
  const byActor = new Map<PendingEdit["actorId"], PendingEdit[]>();
  for (const edit of edits) {
    const own = byActor.get(edit.actorId);
    if (own === undefined) byActor.set(edit.actorId, [edit]);
    else own.push(edit);
  }
  return [...byActor].map(([actorId, own]) => ({
    actorId,
    bytes: mergeBytes(own.map((edit) => edit.bytes)),
    newOwners: own.flatMap((edit) => edit.newOwners),
  }));
}

function mergeBytes(updates: Uint8Array[]): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only !== undefined ? only : Y.mergeUpdates(updates);
}
