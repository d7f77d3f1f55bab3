import * as Y from "yjs";
import { createProgress } from "./trial-options.ts";
import { buildHostileBoard } from "./hostile-boards.ts";
import type { HostileBoardName } from "./hostile-boards.ts";
import { hostileKinds } from "./hostile-frames.ts";
import type { Scene } from "./hostile-frames.ts";
import { editFrame } from "./forge-update.ts";
import { openTrialBoard } from "./trial-board.ts";
import { observationsOf } from "#shared/board/board-doc.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { editOf } from "#tests/server/board/forged-updates.ts";

/** The dearest frame of one kind. */
export interface WorstFrame {
  readonly kind: string;
  readonly board: HostileBoardName;
  readonly cpuMs: number;
  readonly bytes: number;
}

/** What a search came to. */
export interface HostileFindings {
  readonly frames: number;
  /** Frames after which their sender was closed. */
  readonly refused: number;
  /** Frames at which the server's code threw: there must be none. */
  readonly crashes: readonly string[];
  /** The dearest of each kind, dearest first. */
  readonly worst: readonly WorstFrame[];
}

const framesPerBoard = 100;
/** Out of so many rounds each board has its share. */
const shares: readonly HostileBoardName[] = [
  ...Array.from({ length: 5 }, () => ["new", "usual", "new", "usual"] as const)
    .flat()
    .slice(1),
  "worn",
];
/** A frame this dear is sent again to boards like it: once can be the collection of garbage. */
const suspiciousMs = 15;

/** Sends so many forged frames, of every kind in turn, and measures what each costs the process. */
export async function searchHostile(count: number, seed: number): Promise<HostileFindings> {
  const random = seededRandom(seed);
  const snapshots = new Map<HostileBoardName, Uint8Array>();
  const worst = new Map<string, WorstFrame>();
  const crashes: string[] = [];
  const kinds = Object.entries(hostileKinds);
  const tellProgress = createProgress(count);
  let refused = 0;
  let frames = 0;
  while (frames < count) {
    const name = shares[Math.floor(frames / framesPerBoard) % shares.length] ?? "new";
    const snapshot = snapshots.get(name) ?? buildHostileBoard(name, random);
    snapshots.set(name, snapshot);
    const stage = await openStage(snapshot, random);
    for (let sent = 0; sent < framesPerBoard && frames < count; sent += 1, frames += 1) {
      const [kind, forge] = kinds[frames % kinds.length] ?? [];
      if (kind === undefined || forge === undefined) throw new Error("there are no kinds");
      const frame = forge(stage.scene);
      try {
        const first = await stage.attack(frame);
        if (first.isRefused) refused += 1;
        const cpuMs =
          first.cpuMs < suspiciousMs ? first.cpuMs : await again(stage.head, frame, first.cpuMs);
        if (cpuMs > (worst.get(kind)?.cpuMs ?? -1)) {
          worst.set(kind, { kind, board: name, cpuMs, bytes: frame.byteLength });
        }
      } catch (error) {
        crashes.push(`frame ${frames}, ${kind} to a ${name} board: ${String(error)}`);
        frames += framesPerBoard - sent; // nobody is left on this board to be disturbed
        break;
      }
    }
    stage.close();
    tellProgress(frames, describe([...worst.values()].sort(byCost)[0]));
  }
  return { frames, refused, crashes, worst: [...worst.values()].sort(byCost) };
}

const byCost = (a: WorstFrame, b: WorstFrame) => b.cpuMs - a.cpuMs;

/** A worst frame in words. */
export const describe = (worst: WorstFrame | undefined): string =>
  worst === undefined
    ? "nothing yet"
    : `${worst.cpuMs.toFixed(1)} ms for ${worst.bytes} bytes of "${worst.kind}" to a ${worst.board} board`;

/** The least of three, each to a board as it stood when the frame first came. */
async function again(head: Uint8Array, frame: Uint8Array, first: number): Promise<number> {
  let least = first;
  for (let turn = 0; turn < 2; turn += 1) {
    const stage = await openStage(head, Math.random);
    least = Math.min(least, (await stage.attack(frame)).cpuMs);
    stage.close();
  }
  return least;
}

async function openStage(snapshot: Uint8Array, random: () => number) {
  let nowMs = 0;
  const trial = openTrialBoard(snapshot, () => nowMs);
  const good = trial.connect("guider");
  const { doc, goodEdits } = prepareEdits(snapshot, random);
  const scene: Scene = { doc, random, goodEdits };
  good.receive(editFrame(nextGoodEdit(trial.board.live))); // somebody has been writing
  await trial.settled();
  const stage = {
    scene,
    /** The board before the last attack. */
    head: snapshot,
    attack: async (frame: Uint8Array) => {
      stage.head = Y.encodeStateAsUpdate(trial.board.live);
      nowMs += 3_600_000; // so that no allowance of the frame before is left to be paid
      const hostile = trial.connect("practitioner");
      const next = editFrame(nextGoodEdit(trial.board.live));
      const before = process.cpuUsage();
      hostile.receive(frame);
      await trial.settled();
      good.receive(next); // what the others wait for includes what has to be made anew
      await trial.settled();
      const { user, system } = process.cpuUsage(before);
      const isRefused = hostile.closedWith() !== null;
      hostile.leave();
      if (good.closedWith() !== null) {
        throw new Error(`somebody else was closed with ${good.closedWith()}`);
      }
      return { cpuMs: (user + system) / 1_000, isRefused };
    },
    close: () => {
      good.leave();
      trial.board.destroy();
      doc.destroy();
    },
  };
  return stage;
}

/** One letter of the other person, who writes on in a field that is not full, as a page would. */
function nextGoodEdit(live: Y.Doc): Uint8Array {
  const write = (copy: Y.Doc) => {
    const texts = readObservations(copy).flatMap((each) => Object.values(each.texts));
    texts.find(({ length }) => length < 3_900)?.insert(0, "g");
  };
  return editOf(live, write, 33);
}

function prepareEdits(snapshot: Uint8Array, random: () => number) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  const goodEdits = Array.from({ length: 6 }, (_, index) =>
    editOf(
      doc,
      (copy) => {
        const card = [...observationsOf(copy).values()][index % observationsOf(copy).size];
        const text = readObservations(copy)[0]?.texts.initiative;
        text?.insert(Math.floor(random() * text.length), "some words");
        if (index % 2 === 0) text?.delete(0, Math.min(5, text.length));
        if (index % 3 === 0) card?.set("principleIds", ["attentive", "receiving"]);
        if (index % 3 === 1) card?.set("order", random());
      },
      5_000 + index,
    ),
  );
  return { doc, goodEdits };
}
