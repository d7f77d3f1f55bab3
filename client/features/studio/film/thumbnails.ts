import type { ReadThumbnail } from "./read-thumbnails.ts";

/** Where small pictures come from; `Film.thumbnails`. */
export interface ThumbnailReader<Picture> {
  thumbnails(
    timesMs: readonly number[],
    onPicture: (thumbnail: Omit<ReadThumbnail, "picture"> & { picture: Picture }) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Small pictures of a film; those lately looked at stay. */
export interface Thumbnails<Picture = ImageBitmap> {
  /** The picture of this film time, or one from near it; undefined while there is none. */
  at(timeMs: number): Picture | undefined;
  /** Brings the pictures of these film times, in this order; what was wanted before and is not here is given up. */
  want(timesMs: readonly number[]): void;
  /** Told after each picture. Answers a way to stop. */
  onPicture(listener: () => void): () => void;
  close(): void;
}

/** So many small pictures are kept: some ten megabytes. */
export const mostThumbnails = 200;

/** Makes an empty store of them. */
export function createThumbnails<Picture extends { close(): void } = ImageBitmap>(
  reader: ThumbnailReader<Picture>,
): Thumbnails<Picture> {
  /** In the order of their last use. */
  const kept = new Map<number, { readonly picture: Picture; readonly isExact: boolean }>();
  const listeners = new Set<() => void>();
  let stop = new AbortController();

  function keep({
    timeMs,
    picture,
    isExact,
  }: {
    timeMs: number;
    picture: Picture;
    isExact: boolean;
  }) {
    if (stop.signal.aborted) {
      picture.close();
      return;
    }
    kept.get(timeMs)?.picture.close();
    kept.delete(timeMs);
    kept.set(timeMs, { picture, isExact });
    const [oldest] = kept.keys();
    if (kept.size > mostThumbnails && oldest !== undefined) {
      kept.get(oldest)?.picture.close();
      kept.delete(oldest);
    }
    for (const listener of listeners) listener();
  }

  return {
    at: (timeMs) => kept.get(timeMs)?.picture,
    want(timesMs) {
      stop.abort();
      stop = new AbortController();
      for (const timeMs of timesMs) {
        const one = kept.get(timeMs);
        if (one === undefined) continue;
        kept.delete(timeMs);
        kept.set(timeMs, one); // used now
      }
      const missing = timesMs.filter((timeMs) => kept.get(timeMs)?.isExact !== true);
      if (missing.length > 0) void reader.thumbnails(missing, keep, stop.signal);
    },
    onPicture(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop.abort();
      for (const { picture } of kept.values()) picture.close();
      kept.clear();
    },
  };
}
