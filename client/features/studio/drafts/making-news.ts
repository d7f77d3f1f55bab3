import type { MakingNews } from "./clip-making.ts";

/** What was last heard of each clip in the making, by its draft's id. */
export interface NewsBoard {
  /** Puts it in place of what was there; null: nothing to say. */
  readonly tell: (draftId: string, news: MakingNews | null) => void;
  readonly current: () => ReadonlyMap<string, MakingNews>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes an empty one. */
export function createNewsBoard(): NewsBoard {
  let all: ReadonlyMap<string, MakingNews> = new Map();
  const listeners = new Set<() => void>();
  return {
    tell(draftId, news) {
      const next = new Map(all);
      if (news === null) next.delete(draftId);
      else next.set(draftId, news);
      all = next;
      for (const listener of listeners) listener();
    },
    current: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
