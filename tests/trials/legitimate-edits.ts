import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { editFrame } from "./forge-update.ts";
import { actOnce, openPage } from "./legitimate-writer.ts";
import type { Page } from "./legitimate-writer.ts";
import { openTrialBoard, seedTrialBoard } from "./trial-board.ts";
import type { TrialBoard, TrialConnection } from "./trial-board.ts";
import { readMessage } from "#server/board/board-messages.ts";
import { createProgress } from "./trial-options.ts";
import { passTime } from "#tests/bench/sync/actions.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";

/** What a long run of real editing came to. */
export interface LegitimateFindings {
  readonly updates: number;
  readonly boards: number;
  /** Answers to the server's state vector after a time away, among the updates. */
  readonly answers: number;
  /** What was refused, with the board and update it was: there must be none. */
  readonly refusals: readonly string[];
  /** Boards on which the two ended with other words than the server: there must be none. */
  readonly apart: number;
}

interface Writer {
  readonly person: "guider" | "practitioner";
  page: Page;
  connection: TrialConnection | null;
  outbox: Uint8Array[];
  /** Committed edits of the other that have not reached the page yet. */
  inbox: Uint8Array[];
}

type Send = (writer: Writer, update: Uint8Array, isAnswer: boolean) => void;

const updatesPerBoard = 4_000;
/** A page is opened anew now and then, and a person is away now and then. */
const chances = { leaves: 0.002, comesBack: 0.02, reloads: 0.0005, hears: 0.3, settles: 0.05 };

/** Makes so many updates on boards of several sizes, and gives each to the server's own board. */
export async function writeLegitimately(count: number, seed: number): Promise<LegitimateFindings> {
  const random = seededRandom(seed);
  const tellProgress = createProgress(count);
  const refusals: string[] = [];
  let [updates, boards, answers, apart] = [0, 0, 0, 0];
  while (updates < count) {
    const most = Math.min(updatesPerBoard, count - updates);
    const found = await writeOneBoard(1 + (boards % 12), most, random);
    updates += found.updates;
    answers += found.answers;
    apart += found.isApart ? 1 : 0;
    refusals.push(...found.refusals.map((words) => `board ${boards}: ${words}`));
    boards += 1;
    tellProgress(updates, `${boards} boards, ${refusals.length} refused`);
  }
  return { updates, boards, answers, refusals, apart };
}

async function writeOneBoard(observations: number, most: number, random: () => number) {
  let nowMs = 0; // runs fast: the allowance of a connection is not what is tried here
  const trial = openTrialBoard(seedTrialBoard(observations), () => (nowMs += 60_000));
  const writers = (["guider", "practitioner"] as const).map((person) => enter(trial, person));
  const refusals: string[] = [];
  let [updates, answers] = [0, 0];
  const send: Send = (writer, update, isAnswer) => {
    writer.connection?.receive(editFrame(update, isAnswer));
    updates += 1;
    if (isAnswer) answers += 1;
    const code = writer.connection?.closedWith() ?? null;
    if (code !== null) refusals.push(`update ${updates} closed with ${code}`);
  };
  while (updates < most && refusals.length === 0) {
    for (const writer of writers) {
      actOnce(writer.page, random);
      if (writer.connection === null) {
        if (random() < chances.comesBack) await comeBack(trial, writer, send);
        continue;
      }
      for (const update of writer.outbox.splice(0)) send(writer, update, false);
      if (random() < chances.leaves) away(writer);
      else if (random() < chances.reloads) await reload(trial, writer);
    }
    if (random() < chances.settles) await trial.settled();
    for (const writer of writers) if (random() < chances.hears) hear(writer);
  }
  for (const writer of writers) {
    if (writer.connection === null) await comeBack(trial, writer, send);
    for (const update of writer.outbox.splice(0)) send(writer, update, false);
  }
  const isApart = refusals.length === 0 && !(await cameTogether(trial, writers));
  trial.board.destroy();
  return { updates, answers, refusals, isApart };
}

/** Whether pages and server end the same. A long answer is paid for by being read slowly for two seconds. */
async function cameTogether(trial: TrialBoard, writers: readonly Writer[]): Promise<boolean> {
  const endAtMs = performance.now() + 6_000;
  for (;;) {
    await trial.settled();
    for (const writer of writers) hear(writer);
    const words = trial.board.live.toJSON();
    if (writers.every(({ page }) => isDeepStrictEqual(page.doc.toJSON(), words))) return true;
    if (performance.now() > endAtMs) return false;
    await passTime(50);
  }
}

function enter(trial: TrialBoard, person: Writer["person"]): Writer {
  const page = openPage(Y.encodeStateAsUpdate(trial.board.live));
  const writer: Writer = { person, page, connection: null, outbox: [], inbox: [] };
  connect(trial, writer);
  collect(writer);
  return writer;
}

function connect(trial: TrialBoard, writer: Writer): void {
  writer.inbox = [];
  writer.connection = trial.connect(writer.person, (frame) => {
    const message = readMessage(frame);
    if (message.ok && message.value.kind === "update") writer.inbox.push(message.value.bytes);
  });
}

function collect(writer: Writer): void {
  const { doc } = writer.page;
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "server" && writer.page.doc === doc) writer.outbox.push(update);
  });
}

function away(writer: Writer): void {
  writer.connection?.leave();
  writer.connection = null;
}

/** As y-websocket does it: everything the server lacks in one answer to its state vector. */
async function comeBack(trial: TrialBoard, writer: Writer, send: Send): Promise<void> {
  await trial.settled();
  writer.outbox = [];
  connect(trial, writer);
  const { doc } = writer.page;
  const { live } = trial.board;
  send(writer, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(live)), true);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live, Y.encodeStateVector(doc)), "server");
}

/** A new page: a new document with a new client id. */
async function reload(trial: TrialBoard, writer: Writer): Promise<void> {
  await trial.settled();
  away(writer);
  writer.page = openPage(Y.encodeStateAsUpdate(trial.board.live));
  writer.outbox = [];
  collect(writer);
  connect(trial, writer);
}

/** What was committed reaches the page. */
function hear(writer: Writer): void {
  if (writer.connection === null) return;
  for (const update of writer.inbox.splice(0)) Y.applyUpdate(writer.page.doc, update, "server");
}
