import type { DecodedPicture } from "./decode-pictures.ts";

/** What a cache is made over. */
export interface PictureCacheParts<Picture> {
  /** How many pictures the film has. */
  readonly count: number;
  /** Pictures by their number, in order, from one to another (not included). */
  readonly decode: (from: number, to: number) => AsyncGenerator<DecodedPicture<Picture>>;
  readonly discard: (picture: Picture) => void;
}

/** Keeps the pictures around the present one decoded, so that a step either way is there at once. */
export interface PictureCache<Picture = ImageBitmap> {
  /** The picture; it stays the cache's own. Null when it cannot be decoded or another is asked for meanwhile. */
  get(index: number): Promise<Picture | null>;
  close(): void;
}

/** So many pictures before the present one are kept: more than after, as each run there begins at a key picture. */
export const keptBehind = 30;
/** So many after it. */
export const keptAhead = 10;
/** Fetching begins when fewer than so many are left. */
const refillAhead = 6;
const refillBehind = 16;

/** Makes an empty cache. It decodes one run at a time; the picture asked for always goes first. */
export function createPictureCache<Picture>(
  parts: PictureCacheParts<Picture>,
): PictureCache<Picture> {
  const kept = new Map<number, Picture>();
  const absent = new Set<number>();
  let present = 0;
  let asked: { readonly index: number; answer(picture: Picture | null): void } | null = null;
  /** Decoding on from the last step; ready for the next one without a new beginning. */
  let forward: { next: number; pictures: AsyncGenerator<DecodedPicture<Picture>> } | null = null;
  let isAtWork = false;
  let isClosed = false;

  const isMissing = (index: number) =>
    index >= 0 && index < parts.count && !kept.has(index) && !absent.has(index);

  function keep({ index, picture }: DecodedPicture<Picture>): void {
    const old = kept.get(index);
    if (old !== undefined) parts.discard(old);
    kept.set(index, picture);
    if (asked?.index === index) answer(picture);
    for (const [one, far] of kept) {
      if (one >= present - keptBehind && one <= present + keptAhead) continue;
      kept.delete(one);
      parts.discard(far);
    }
  }

  function answer(picture: Picture | null): void {
    asked?.answer(picture);
    asked = null;
  }

  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    while (!isClosed) {
      const ahead = range(present, present + refillAhead).find(isMissing);
      const behind = range(present - refillBehind, present).findLast(isMissing);
      if (ahead !== undefined) await decodeForward(ahead);
      else if (behind !== undefined) await decodeBehind(behind);
      else break;
    }
    isAtWork = false;
  }

  async function decodeForward(from: number): Promise<void> {
    const isNear = forward !== null && forward.next <= from && from - forward.next <= keptAhead;
    if (forward === null || !isNear) {
      await forward?.pictures.return(undefined);
      forward = { next: from, pictures: parts.decode(from, parts.count) };
    }
    const run = forward;
    const isWanted = () => present >= from - refillAhead && present <= run.next + keptAhead;
    while (!isClosed && isWanted() && run.next <= present + keptAhead) {
      const step = await run.pictures.next().catch(() => null);
      if (step === null || step.done === true) {
        forward = null;
        // After a broken place there may be more; after the end there is not.
        giveUp(range(run.next, step === null ? run.next + 1 : parts.count));
        return;
      }
      giveUp(range(run.next, step.value.index));
      run.next = step.value.index + 1;
      keep(step.value);
    }
  }

  async function decodeBehind(last: number): Promise<void> {
    let next = Math.max(0, present - keptBehind);
    try {
      for await (const picture of parts.decode(next, last + 1)) {
        giveUp(range(next, picture.index));
        next = picture.index + 1;
        keep(picture);
        // Waited for if it is still to come in this run; anything else goes first.
        if (isClosed || (isMissing(present) && (present < next || present > last))) return;
      }
    } catch {
      // What did not come is given up.
    }
    giveUp(range(next, last + 1));
  }

  /** The film does not yield these: they are not tried again. */
  function giveUp(indexes: readonly number[]): void {
    for (const index of indexes) {
      absent.add(index);
      if (asked?.index === index) answer(null);
    }
  }

  return {
    get(index) {
      present = index;
      answer(null);
      if (isClosed || absent.has(index)) return Promise.resolve(null);
      const picture = kept.get(index);
      const got =
        picture === undefined
          ? new Promise<Picture | null>((resolve) => (asked = { index, answer: resolve }))
          : Promise.resolve(picture);
      void work();
      return got;
    },
    close() {
      isClosed = true;
      answer(null);
      void forward?.pictures.return(undefined);
      for (const picture of kept.values()) parts.discard(picture);
      kept.clear();
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}
