import type { Writer } from "./board-store.ts";

/** A field's writing is announced at most once in this time. */
export const noticeIntervalMs = 30_000;

/** Who to announce as writing, given when each field was last announced; and those times after. */
export function noticesDue(
  saidAtMs: ReadonlyMap<string, number>,
  writers: readonly Writer[],
  nowMs: number,
): { readonly due: readonly Writer[]; readonly saidAtMs: ReadonlyMap<string, number> } {
  const after = new Map(saidAtMs);
  const due = writers.filter(({ path }) => {
    const last = after.get(path);
    if (last !== undefined && nowMs - last < noticeIntervalMs) return false;
    after.set(path, nowMs);
    return true;
  });
  return { due, saidAtMs: after };
}
