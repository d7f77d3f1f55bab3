import type { BoardLog } from "#server/storage/stores.ts";

/** A log whose appends can be held back or made to fail, over a real one. */
export function createControlledLog() {
  let held = Promise.resolve();
  let letGo: () => void = () => undefined;
  let failing = false;
  let started = 0;
  return {
    /** Appends wait until `release`. */
    hold: () => {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    release: () => letGo(),
    setFailing: (value: boolean) => {
      failing = value;
    },
    appendsStarted: () => started,
    wrap: (log: BoardLog): BoardLog => ({
      ...log,
      append: async (update) => {
        started += 1;
        await held;
        if (failing) throw new Error("the disk is full");
        return await log.append(update);
      },
    }),
  };
}
