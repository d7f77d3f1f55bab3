import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { CommitQueue } from "#server/board/commit-queue.ts";
import type { ActorGroup, PendingEdit } from "#server/board/commit-queue.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { waiting } from "./join-board.ts";

const nadia = newId.participant();
const callum = newId.participant();

/** A queue over appends that settle when the test says so. */
function buildQueue() {
  const appends: { group: ActorGroup; resolve: (seq: number) => void; reject: () => void }[] = [];
  const committed: PendingEdit[][] = [];
  const failures: unknown[] = [];
  const queue = new CommitQueue({
    append: (group) =>
      new Promise((resolve, reject) => {
        appends.push({ group, resolve, reject: () => reject(new Error("disk full")) });
      }),
    onCommitted: (edits) => committed.push([...edits]),
    onFailed: (error) => failures.push(error),
  });
  const appendOf = (index: number) =>
    vi.waitFor(() => {
      const append = appends[index];
      if (append === undefined) throw new Error("not yet");
      return append;
    }, waiting);
  return { queue, appends, appendOf, committed, failures };
}

function edit(actorId: PendingEdit["actorId"], text: string): PendingEdit {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, text);
  return { actorId, bytes: Y.encodeStateAsUpdate(doc), newOwners: [], sender: null };
}

it("[BD4] what comes during a write shares the next one, each person's edits in one piece", async () => {
  const { queue, appends, appendOf, committed } = buildQueue();
  queue.add(edit(nadia, "a"));
  const first = await appendOf(0);
  const rest = [edit(nadia, "b"), edit(callum, "c"), edit(nadia, "d")];
  for (const later of rest) queue.add(later);

  expect(appends).toHaveLength(1);
  first.resolve(1);
  const second = await appendOf(1);
  const third = await appendOf(2);
  expect([second.group.actorId, third.group.actorId]).toEqual([nadia, callum]);
  second.resolve(2);
  third.resolve(3);

  await vi.waitFor(() => expect(committed).toHaveLength(2), waiting);
  expect(committed[1]).toEqual(rest);
  const stored = new Y.Doc();
  Y.applyUpdate(stored, second.group.bytes);
  expect(stored.getText("t").toJSON().split("").sort()).toEqual(["b", "d"]);
  await vi.waitFor(() => expect(queue.isIdle).toBe(true), waiting);
});

it("[BD5] what waited behind a failed write is dropped; what another person wrote beside it is kept", async () => {
  const { queue, appends, appendOf, committed, failures } = buildQueue();
  const kept = edit(callum, "kept");
  queue.add(edit(nadia, "lost"));
  queue.add(kept);
  const lost = await appendOf(0);
  const good = await appendOf(1);
  queue.add(edit(nadia, "built on the lost one"));
  const answers: boolean[] = [];
  queue.afterAll((isStored) => answers.push(isStored));

  lost.reject();
  good.resolve(5);
  await vi.waitFor(() => expect(queue.isIdle).toBe(true), waiting);

  expect(failures).toHaveLength(1);
  expect(committed).toEqual([[kept]]);
  expect(appends).toHaveLength(2);
  expect(queue.unsettled).toEqual([]);
  expect(answers).toEqual([false]);
});
