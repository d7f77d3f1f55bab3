import type { BoardLog } from "#server/storage/stores.ts";

/** A log whose appends can be held back or made to fail, over a real one. */
export function createControlledLog() {
  let held: PromiseWithResolvers<void> | null = null;
  let failing = false;
  let started = 0;
  return {
    /** Appends wait until `release`. */
    hold: () => {
      held = withResolvers();
    },
    release: () => {
      held?.resolve();
      held = null;
    },
    setFailing: (value: boolean) => {
      failing = value;
    },
    appendsStarted: () => started,
    wrap: (log: BoardLog): BoardLog => ({
      ...log,
      append: async (update) => {
        started += 1;
        await held?.promise;
        if (failing) throw new Error("the disk is full");
        return await log.append(update);
      },
    }),
  };
}

function withResolvers(): PromiseWithResolvers<void> {
  let resolve: () => void = () => undefined;
  let reject: () => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
