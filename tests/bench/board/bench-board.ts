import { sideBySide, targetRows } from "./board-rows.ts";
import type { AllFound, Found } from "./board-rows.ts";
import { measureColdLoad } from "./cold-load-scene.ts";
import { contenderNames, prepareContender } from "./contenders.ts";
import { measureHostile } from "./hostile-scene.ts";
import { addUpKills, killWhileTyping } from "./kill-scene.ts";
import type { KillResult } from "./kill-scene.ts";
import { measureLoads, roomsOf } from "./load-scenes.ts";
import { measureMemory, roomsOfMemory } from "./memory-scene.ts";
import type { BoardContender } from "./contenders.ts";
import { keepResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";

// `npm run bench:board`: our board's server beside others, each in a process of its own, all in one run.

const full = {
  loads: { lengthMs: 8_000, ladder: [3_000, 4_000, 5_000, 6_000, 8_000] },
  memoryRooms: 1_000,
  coldLoad: { edits: 10_000, loads: 5 },
  kills: { rounds: 5, rooms: 10, typeMs: 2_000 },
};
const quick: typeof full = {
  loads: { lengthMs: 2_000, ladder: [] },
  memoryRooms: 100,
  coldLoad: { edits: 1_000, loads: 2 },
  kills: { rounds: 1, rooms: 4, typeMs: 1_000 },
};

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const plan = options.quick ? quick : full;
    const calm = new CalmLog();
    const found: AllFound = {};
    await calm.check("before");
    for (const name of contenderNames) {
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      found[name] = await measureAll(name, plan);
      keepResults("board", found);
    }
    await calm.check("after");
    const targets = verdictTable(targetRows(found, calm.wasCalm));
    const report = `${calm.lines.join("\n\n")}\n\n${sideBySide(found)}\n\n${targets}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:board", `${about}\n\n${report}`);
  });

const about = `All servers speak to one harness, which knows the public y-websocket protocol only (Hocuspocus' own
framing around it). Ours runs with its limits on and a session cookie for each client; load is raised by adding
rooms. A cold load is from opening the socket of a server just started to having every edit.`;

async function measureAll(name: BoardContender["name"], plan: typeof full): Promise<Found> {
  const found: Found = {};
  const rooms = Math.max(roomsOf(plan.loads), roomsOfMemory(plan.memoryRooms), plan.kills.rooms);
  const fresh = () => prepareContender(name, rooms);
  /** Each measure has a server and data of its own. What goes wrong leaves its rows unmeasured. */
  const attempt = async (what: string, measure: (contender: BoardContender) => Promise<void>) => {
    const contender = await fresh();
    try {
      await measure(contender);
      note(`${name}: ${what} is measured`);
    } catch (error) {
      note(`${name}: ${what} was given up: ${String(error)}`);
    } finally {
      await contender.server.kill9();
    }
  };
  await attempt("load", async (contender) => {
    found.loads = await measureLoads(contender, plan.loads);
  });
  await attempt("memory", async (contender) => {
    found.memory = await measureMemory(contender, plan.memoryRooms);
  });
  await attempt("the cold load", async (contender) => {
    found.coldLoad = await measureColdLoad(contender, plan.coldLoad);
  });
  await attempt("kill -9", async (contender) => {
    found.kill = await measureKills(contender, plan.kills);
  });
  await attempt("hostile frames", async (contender) => {
    found.hostile = await measureHostile(contender);
  });
  return found;
}

async function measureKills(
  contender: BoardContender,
  plan: typeof full.kills,
): Promise<KillResult> {
  const results: KillResult[] = [];
  const rooms = Array.from({ length: plan.rooms }, (_, room) => room);
  await contender.server.start();
  for (let round = 0; round < plan.rounds; round += 1) {
    const { typeMs } = plan;
    results.push(await killWhileTyping(contender, { rooms, typeMs, random: Math.random }));
  }
  return addUpKills(results);
}
