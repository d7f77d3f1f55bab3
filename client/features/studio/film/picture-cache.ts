import type { DecodedPicture, DecodedRun } from "./decode-pictures.ts";

/** What a cache is made over. */
export interface PictureCacheParts<Picture> {
  /** How many pictures the film has. */
  readonly count: number;
  /** Pictures by their number, in order. */
  readonly decode: (run: DecodedRun) => AsyncGenerator<DecodedPicture<Picture>>;
  readonly discard: (picture: Picture) => void;
}

/** Keeps the pictures around the present one decoded, so that a step either way is there at once. */
export interface PictureCache<Picture> {
  /** The picture; it stays the cache's own. Null when it cannot be decoded or another is asked for meanwhile. */
  get(index: number): Promise<Picture | null>;
  close(): void;
}

/** Pictures being decoded one after another. */
interface Run<Picture> {
  /** The one that comes next, as far as is known. */
  next: number;
  /** Where it ends, not included. */
  readonly to: number;
  readonly pictures: AsyncGenerator<DecodedPicture<Picture>>;
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
  let forward: Run<Picture> | null = null;
  let isAtWork = false;
  let isClosed = false;

  const isMissing = (index: number) =>
    index >= 0 && index < parts.count && !kept.has(index) && !absent.has(index);
  const isNear = (index: number) => index >= present - keptBehind && index <= present + keptAhead;
  const isWanted = (index: number) => isMissing(index) && isNear(index);

  function keep(index: number, picture: Picture): void {
    kept.set(index, picture);
    if (asked?.index === index) answer(picture);
    for (const [one, far] of kept) {
      if (isNear(one)) continue;
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

  async function decodeForward(target: number): Promise<void> {
    const run = await forwardTo(target);
    while (!isClosed && isWanted(Math.max(target, run.next))) {
      if (!(await goOn(run, target))) {
        forward = null;
        return;
      }
    }
  }

  /** The run that goes forward, if it soon comes to this picture; else a new one. */
  async function forwardTo(target: number): Promise<Run<Picture>> {
    const isOnTheWay =
      forward !== null && forward.next <= target && target - forward.next <= keptAhead;
    if (forward !== null && isOnTheWay) return forward;
    await forward?.pictures.return(undefined);
    return (forward = begin(target, parts.count));
  }

  async function decodeBehind(target: number): Promise<void> {
    const run = begin(target, target + 1);
    // What is looked at now goes first, unless this run comes to it.
    const isInTheWay = () => isMissing(present) && (present < run.next || present > target);
    while (!isClosed && isWanted(target) && !isInTheWay()) {
      if (!(await goOn(run, target))) return;
    }
    await run.pictures.return(undefined);
  }

  function begin(target: number, to: number): Run<Picture> {
    return { next: target, to, pictures: parts.decode({ from: target, to, isWanted }) };
  }

  /** Takes one more picture of a run; false at its end. */
  async function goOn(run: Run<Picture>, target: number): Promise<boolean> {
    const step = await run.pictures.next().catch(() => null);
    if (step === null || step.done === true) {
      // After a broken place there may be more; after the end there is not.
      giveUp(step === null ? [run.next, target] : range(run.next, run.to));
      return false;
    }
    const { index, picture } = step.value;
    giveUp(range(run.next, index));
    run.next = index + 1;
    if (picture !== null) keep(index, picture);
    return true;
  }

  /** The film does not yield these: they are not tried again. */
  function giveUp(indexes: readonly number[]): void {
    for (const index of indexes) {
      if (kept.has(index)) continue;
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
