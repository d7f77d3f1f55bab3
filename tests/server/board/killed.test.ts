import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { boardLogWorkerUrl } from "#tests/helpers/board-log-worker.ts";
import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";
import { buildBoardHouse } from "./board-house.ts";
import type { BoardHouse } from "./board-house.ts";
import { helpingQuestionOf, joinBoard } from "./join-board.ts";

/** More trials on purpose: `RUNS=100 npx vitest run tests/server/board/killed.test.ts`. */
const trials = Number(process.env["RUNS"] ?? 3);

async function startProcess(house: BoardHouse) {
  const program = fileURLToPath(await bundleForNode("tests/server/board/board-process.ts"));
  const child = fork(program, [house.databasePath, String(await boardLogWorkerUrl())]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [port] = (await once(child, "message")) as [number]; // all that the process ever tells
  return {
    port,
    house,
    kill: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

it(
  "[BD6] kill -9 while two people type loses nothing that was answered or on the other's screen",
  { timeout: 20_000 + trials * 5_000 },
  async () => {
    const house = await buildBoardHouse();
    let edits = 0;
    let process = await startProcess(house);
    for (let trial = 0; trial < trials; trial++) {
      const nadia = joinBoard(process, house.guider);
      const callum = joinBoard(process, house.practitioner);
      await Promise.all([nadia.synced(), callum.synced()]);
      const question = helpingQuestionOf(nadia.doc);
      question.delete(0, question.length);
      let answered = "";
      const wanted = 20 + Math.floor(Math.random() * 60);

      for (let count = 0; count < wanted; count++) {
        question.insert(question.length, `${String(trial)}-${String(count)} `);
        edits += 1;
        if (count % 5 === 4) {
          const before = question.toJSON();
          await nadia.sendFence().answered();
          answered = before;
        } else await new Promise(setImmediate);
      }
      await process.kill();
      const seen = helpingQuestionOf(callum.doc).toJSON();
      nadia.provider.destroy();
      callum.provider.destroy();
      process = await startProcess(house);
      const fresh = joinBoard(process, house.supervisor);
      await fresh.synced();

      const kept = helpingQuestionOf(fresh.doc).toJSON();
      expect(kept.startsWith(answered)).toBe(true);
      expect(kept.startsWith(seen)).toBe(true);
      expect(answered.length).toBeGreaterThan(0);
      fresh.provider.destroy();
    }
    expect(edits).toBeGreaterThanOrEqual(trials * 20);
  },
);
