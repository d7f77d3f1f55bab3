import type { Locker } from "@tus/server";
import type { ClipId } from "#shared/domain/ids.ts";
import { tusError } from "./upload-errors.ts";
import { readUploadId } from "./upload-id.ts";

/** One at a time for each clip. Whoever comes later asks the one before to let go. */
export interface UploadLocks extends Locker {
  /** Does this while nobody else writes the clip's upload; cannot be asked to let go. */
  hold<Value>(clipId: ClipId, work: () => Promise<Value>): Promise<Value>;
}

interface Holder {
  readonly askToLetGo: () => unknown;
  readonly hasLetGo: Promise<void>;
  readonly letGo: () => void;
}

/**
 * A line that was cut can look alive to the server for minutes. So the browser that comes back takes the
 * upload over: the request that still waits for bytes ends with what it has.
 */
export function createUploadLocks(): UploadLocks {
  const holders = new Map<ClipId, Holder>();

  async function take(
    clipId: ClipId,
    askToLetGo: () => unknown,
    signal: AbortSignal | null,
  ): Promise<void> {
    for (let held = holders.get(clipId); held !== undefined; held = holders.get(clipId)) {
      void held.askToLetGo();
      await Promise.race([held.hasLetGo, ...(signal === null ? [] : [whenAborted(signal)])]);
      if (signal?.aborted === true) throw tusError("ABORTED");
    }
    let letGo = (): void => undefined;
    const hasLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    holders.set(clipId, { askToLetGo, hasLetGo, letGo });
  }

  function release(clipId: ClipId): void {
    const held = holders.get(clipId);
    holders.delete(clipId);
    held?.letGo();
  }

  return {
    newLock: (id) => {
      const { clipId } = readUploadId(id);
      return {
        lock: (signal, askToLetGo) => take(clipId, askToLetGo, signal),
        unlock: async () => release(clipId),
      };
    },
    async hold(clipId, work) {
      await take(clipId, () => undefined, null);
      try {
        return await work();
      } finally {
        release(clipId);
      }
    },
  };
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
