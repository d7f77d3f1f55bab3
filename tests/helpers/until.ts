import { expect } from "@playwright/test";

/** Resolves at `atMs` of this process's monotonic clock: for what has to last, or to keep a rhythm. */
export async function until(atMs: number): Promise<void> {
  const timeout = Math.max(0, atMs - performance.now()) + 5_000;
  await expect
    .poll(() => performance.now(), { intervals: [10], timeout })
    .toBeGreaterThanOrEqual(atMs);
}
