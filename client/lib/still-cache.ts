/** Kept pictures in this page's memory, each fetched once; nothing of them outlives the page. */
export interface StillCache {
  /** An address in memory for the picture with this SHA-256; null when it cannot be had now. */
  get(still: WantedStill): Promise<string | null>;
  /** Forgets the pictures of clips that are not (any more) to be seen. */
  keepOnly(clipIds: ReadonlySet<string>): void;
  close(): void;
}

/** Which picture: by what it holds, so that the same one is never fetched twice. */
export interface WantedStill {
  readonly sha256: string;
  readonly clipId: string;
  readonly observationId: string;
}

interface Entry {
  readonly clipId: string;
  readonly address: Promise<string | null>;
}

/** Fetches one picture after another, so that many moments do not fill a thin line at once. */
export function createStillCache(
  fetchStill: (observationId: string) => Promise<Blob | null>,
): StillCache {
  const entries = new Map<string, Entry>();
  let last: Promise<unknown> = Promise.resolve();

  async function load({ sha256, observationId }: WantedStill): Promise<string | null> {
    const picture = entries.has(sha256) ? await fetchStill(observationId) : null;
    // Let go of while it was under way.
    if (picture !== null && entries.has(sha256)) return URL.createObjectURL(picture);
    entries.delete(sha256);
    return null;
  }

  function forget(sha256: string, { address }: Entry): void {
    entries.delete(sha256);
    void address.then((url) => {
      if (url !== null) URL.revokeObjectURL(url);
    });
  }

  return {
    get(still) {
      const known = entries.get(still.sha256);
      if (known !== undefined) return known.address;
      const address = last.then(() => load(still));
      last = address.catch(() => undefined);
      entries.set(still.sha256, { clipId: still.clipId, address });
      return address;
    },
    keepOnly(clipIds) {
      for (const [sha256, entry] of entries) {
        if (!clipIds.has(entry.clipId)) forget(sha256, entry);
      }
    },
    close() {
      for (const [sha256, entry] of entries) forget(sha256, entry);
    },
  };
}
