import * as Y from "yjs";
import type { BenchClient } from "./bench-client.ts";
import { textOf } from "./contenders.ts";
import type { BoardContender } from "./contenders.ts";
import { passTime } from "#tests/bench/sync/actions.ts";
import { percentile } from "#tests/bench/sync/statistics.ts";

/** How long a fresh client waits for a board of many edits after the server was started again. */
export interface ColdLoadResult {
  readonly edits: number;
  readonly p50Ms: number;
  /** How often it was told "in sync" without all of it. */
  readonly syncedTooEarly: number;
  readonly loads: number;
}

const writers = 16;
/** Below what one connection may write each second. */
const perWriterPerSecond = 45;
/** Longer than any of the servers waits before it stores. */
const storedAfterMs = 12_000;
const patienceMs = 10_000;
const room = 0;

/** Makes that many edits, waits until they are stored, and loads them in so many fresh processes. */
export async function measureColdLoad(
  contender: BoardContender,
  plan: { readonly edits: number; readonly loads: number },
): Promise<ColdLoadResult> {
  const { server } = contender;
  await server.kill9();
  await server.start();
  const wanted = await writeMany(contender, plan.edits);
  await passTime(storedAfterMs);
  const tookMs: number[] = [];
  let syncedTooEarly = 0;
  for (let load = 0; load < plan.loads; load += 1) {
    await server.kill9();
    await server.start();
    const startedAtMs = performance.now();
    const fresh = await contender.join(room, 1);
    if (!hasAll(fresh, wanted)) syncedTooEarly += 1;
    while (!hasAll(fresh, wanted) && performance.now() - startedAtMs < patienceMs) {
      await passTime(2);
    }
    tookMs.push(hasAll(fresh, wanted) ? performance.now() - startedAtMs : Infinity);
    fresh.close();
  }
  return { edits: plan.edits, p50Ms: percentile(tookMs, 0.5), syncedTooEarly, loads: plan.loads };
}

/** Edits of sixteen pages in turn; answers how far each one's clock got. */
async function writeMany(
  contender: BoardContender,
  edits: number,
): Promise<ReadonlyMap<number, number>> {
  const pages: BenchClient[] = [];
  for (let index = 0; index < writers; index += 1) {
    pages.push(await contender.join(room, index % 2 === 0 ? 0 : 1));
  }
  const startedAtMs = performance.now();
  for (let written = 0; written < edits;) {
    const elapsedMs = performance.now() - startedAtMs;
    const due = Math.min(edits, Math.ceil((elapsedMs / 1_000) * writers * perWriterPerSecond));
    for (; written < due; written += 1) {
      const page = pages[written % writers];
      if (page !== undefined) edit(textOf(page), written);
    }
    await passTime(5);
  }
  await passTime(1_000);
  const wanted = pages.map(
    ({ doc }) => [doc.clientID, Y.getState(doc.store, doc.clientID)] as const,
  );
  for (const page of pages) {
    if (page.closedWith() !== null) throw new Error(`a writer was closed: ${page.closedWith()}`);
  }
  for (const page of pages) page.close();
  return new Map(wanted);
}

function edit(text: Y.Text, count: number): void {
  if (text.length > 1_500 && count % 2 === 0) text.delete((count * 7) % text.length, 1);
  else text.insert((count * 13) % (text.length + 1), "w");
}

function hasAll({ doc }: BenchClient, wanted: ReadonlyMap<number, number>): boolean {
  return [...wanted].every(([client, end]) => Y.getState(doc.store, client) >= end);
}
