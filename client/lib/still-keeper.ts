import type { SentStill } from "./still-requests.ts";

/** A moment whose picture is not kept yet. */
export interface UnkeptMoment {
  readonly observationId: string;
  readonly anchor: { readonly clipId: string; readonly clipRev: string; readonly frame: number };
  /** Whether this person held it: then this tab sends at once, and the others wait for it. */
  readonly isMine: boolean;
}

/** How pictures are made and where they go. */
export interface StillKeeperParts {
  /** The picture as a PNG; null while its clip is not in memory. */
  readonly make: (anchor: UnkeptMoment["anchor"]) => Promise<Blob | null>;
  readonly send: (observationId: string, png: Blob) => Promise<SentStill>;
}

/** Sees to it that every held moment gets its kept picture, whoever's browser makes it. */
export interface StillKeeper {
  /** The moments without a picture as the board shows them now. Nothing is drawn while the film plays. */
  follow(unkept: readonly UnkeptMoment[], isFilmAtRest: boolean): void;
  close(): void;
}

/** So long the holder's browser has for it before any other makes the picture. */
export const othersWaitMs = 6_000;
/** After a failure it is tried again, each time after twice as long. */
export const retryAfterMs = 4_000;
const triesAtMost = 6;
const never = Number.POSITIVE_INFINITY;

interface Task {
  readonly moment: UnkeptMoment;
  readonly tries: number;
  readonly dueAtMs: number;
}

/** Keeps pictures one after another, out of the way of the film. */
export function createStillKeeper({ make, send }: StillKeeperParts): StillKeeper {
  const tasks = new Map<string, Task>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAtRest = false;
  let isAtWork = false;
  let isClosed = false;

  function plan(): void {
    clearTimeout(timer);
    const [next] = [...tasks.values()].toSorted((a, b) => a.dueAtMs - b.dueAtMs);
    if (next === undefined || !isAtRest || isAtWork || isClosed) return;
    if (next.dueAtMs === never) return;
    timer = setTimeout(() => void work(next), Math.max(0, next.dueAtMs - performance.now()));
  }

  async function work({ moment, tries }: Task): Promise<void> {
    isAtWork = true;
    const sent = await keep(moment).catch((): SentStill => "later");
    isAtWork = false;
    if (tasks.has(moment.observationId)) {
      const isOver = sent !== "later" || tries + 1 >= triesAtMost;
      // A moment that is done with stays known, so that it is not begun anew before the board says so.
      const waitMs = isOver ? never : retryAfterMs * 2 ** tries;
      tasks.set(moment.observationId, {
        moment,
        tries: tries + 1,
        dueAtMs: performance.now() + waitMs,
      });
    }
    plan();
  }

  async function keep({ observationId, anchor }: UnkeptMoment): Promise<SentStill> {
    const png = await make(anchor);
    return png === null ? "later" : send(observationId, png);
  }

  return {
    follow(unkept, isFilmAtRest) {
      const ids = new Set(unkept.map(({ observationId }) => observationId));
      for (const id of tasks.keys()) if (!ids.has(id)) tasks.delete(id);
      for (const moment of unkept) {
        if (tasks.has(moment.observationId)) continue;
        const dueAtMs = performance.now() + (moment.isMine ? 0 : othersWaitMs);
        tasks.set(moment.observationId, { moment, tries: 0, dueAtMs });
      }
      isAtRest = isFilmAtRest;
      plan();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
