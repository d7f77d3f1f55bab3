import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { z } from "zod";

/**
 * Words of this tab that the server has not confirmed, kept in the tab's own storage so that a reload
 * does not lose them. They go back into the board only while it is the same board (epoch) and the server
 * has not refused them; otherwise they are shown as plain text for copying.
 */

/** A field as it read when its words could not be saved. */
export interface LeftoverText {
  readonly path: string;
  readonly text: string;
}

const leftoverSchema = z.array(z.strictObject({ path: z.string(), text: z.string() }));
const recordSchema = z.strictObject({
  boardEpoch: z.string(),
  /** Yjs update as base64; null when there is nothing to send again. */
  update: z.string().nullable(),
  texts: leftoverSchema,
  leftover: leftoverSchema,
});

/** The part of `Storage` that is used; the tab's `sessionStorage` outside tests. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyPrefix = "sameframe.unsent.";

/** Leaves no unsent words of any board in a tab's storage: whoever uses the computer next finds none. */
export function forgetAllUnsent(
  storage: Pick<Storage, "length" | "key" | "removeItem"> = sessionStorage,
): void {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  for (const key of keys) if (key?.startsWith(keyPrefix) === true) storage.removeItem(key);
}

interface Batch {
  readonly fence: number;
  updates: Uint8Array[];
}

/** Unconfirmed changes of one board in one tab. */
export class UnsentWords {
  /** Whether the last writing to the tab's storage went well. */
  isStored = true;
  private batches: Batch[] = [];
  private texts = new Map<string, string>();
  /** Left over from before this page, and then the fields refused in it as they last read. */
  private earlier: readonly LeftoverText[] = [];
  private refused = new Map<string, string>();
  private isForgotten = false;
  private readonly storage: TabStorage | null;
  private readonly boardEpoch: string;
  private readonly key: string;

  constructor(storage: TabStorage | null, reviewId: string, boardEpoch: string) {
    this.storage = storage;
    this.boardEpoch = boardEpoch;
    this.key = keyPrefix + reviewId;
  }

  /** Words of an earlier board, or refused ones, for copying. */
  get leftover(): readonly LeftoverText[] {
    return [...this.earlier, ...asTexts(this.refused)].filter(({ text }) => text !== "");
  }

  /** The changes of before a reload, to be sent again; null when there are none. */
  restore(): Uint8Array | null {
    const record = this.read();
    if (record === null) return null;
    this.earlier = record.leftover;
    if (record.update === null) return null;
    if (record.boardEpoch !== this.boardEpoch) {
      this.earlier = [...record.leftover, ...record.texts];
      this.write();
      return null;
    }
    const update = fromBase64(record.update);
    this.batches = [{ fence: 1, updates: [update] }];
    for (const { path, text } of record.texts) this.texts.set(path, text);
    return update;
  }

  /** Notes a change that the fence numbered `fence` will confirm. */
  add(update: Uint8Array, fence: number): void {
    const last = this.batches.at(-1);
    if (last?.fence === fence) last.updates.push(update);
    else this.batches.push({ fence, updates: [update] });
  }

  /** Notes how a field now reads. */
  addText(path: string, text: string): void {
    this.texts.set(path, text);
  }

  /** Drops what the server has confirmed. */
  confirm(counter: number): void {
    this.batches = this.batches.filter((batch) => batch.fence > counter);
    if (this.batches.length === 0) this.texts.clear();
    this.write();
  }

  /** A lost connection: everything waits for the fence numbered `fence`. */
  moveTo(fence: number): void {
    const updates = this.batches.flatMap((batch) => batch.updates);
    this.batches = updates.length === 0 ? [] : [{ fence, updates }];
  }

  /** The server will not have them: what is unsent becomes text for copying. */
  giveUp(): void {
    if (this.batches.length > 0) {
      for (const [path, text] of this.texts) this.refused.set(path, text);
    }
    this.batches = [];
    this.texts.clear();
    this.write();
  }

  /** The person has copied or let go of the leftover words. */
  dismissLeftover(): void {
    this.earlier = [];
    this.refused.clear();
    this.write();
  }

  /** From now on nothing of this board is in the tab's storage; what is in memory stays until the page goes. */
  forget(): void {
    this.isForgotten = true;
    this.clear();
  }

  private clear(): void {
    this.storage?.removeItem(this.key);
  }

  /** Puts what is unsent into the tab's storage; says in `isStored` whether that worked. */
  write(): void {
    if (this.isForgotten) return;
    if (this.batches.length === 0 && this.leftover.length === 0) {
      this.clear();
      this.isStored = true;
      return;
    }
    for (const batch of this.batches) {
      if (batch.updates.length > 1) batch.updates = [merge(batch.updates)];
    }
    const updates = this.batches.flatMap((batch) => batch.updates);
    const record: z.infer<typeof recordSchema> = {
      boardEpoch: this.boardEpoch,
      update: updates.length === 0 ? null : toBase64(merge(updates)),
      texts: asTexts(this.texts),
      leftover: [...this.leftover],
    };
    try {
      this.storage?.setItem(this.key, JSON.stringify(record));
      this.isStored = this.storage !== null;
    } catch {
      this.isStored = false; // full or forbidden: the chip then says that this tab alone has them
    }
  }

  private read(): z.infer<typeof recordSchema> | null {
    const stored = this.storage?.getItem(this.key) ?? null;
    if (stored === null) return null;
    try {
      return recordSchema.parse(JSON.parse(stored));
    } catch {
      this.clear(); // not ours, or of another version: nothing of it can be used
      return null;
    }
  }
}

const asTexts = (fields: ReadonlyMap<string, string>): LeftoverText[] =>
  [...fields].map(([path, text]) => ({ path, text }));

function merge(updates: Uint8Array[]): Uint8Array {
  return Y.mergeUpdates(updates);
}
