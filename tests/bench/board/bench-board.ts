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
// `--only ours,memory` picks servers and measures by their names.

const sceneNames = ["loads", "memory", "coldLoad", "kill", "hostile"] as const;

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
    const chosen = (all: readonly string[]) => {
      const some = all.filter((each) => options.only.includes(each));
      return new Set(some.length === 0 ? all : some);
    };
    const [names, scenes] = [chosen(contenderNames), chosen(sceneNames)];
    for (const name of contenderNames) {
      if (!names.has(name)) continue;
      found[name] = await measureAll(name, plan, scenes);
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

async function measureAll(
  name: BoardContender["name"],
  plan: typeof full,
  scenes: ReadonlySet<string>,
): Promise<Found> {
  const found: Found = {};
  const measures: Record<keyof Found, (contender: BoardContender) => Promise<Partial<Found>>> = {
    loads: async (contender) => ({ loads: await measureLoads(contender, plan.loads) }),
    memory: async (contender) => ({ memory: await measureMemory(contender, plan.memoryRooms) }),
    coldLoad: async (contender) => ({ coldLoad: await measureColdLoad(contender, plan.coldLoad) }),
    kill: async (contender) => ({ kill: await measureKills(contender, plan.kills) }),
    hostile: async (contender) => ({ hostile: await measureHostile(contender) }),
  };
  const rooms = Math.max(roomsOf(plan.loads), roomsOfMemory(plan.memoryRooms), plan.kills.rooms);
  for (const scene of sceneNames) {
    if (!scenes.has(scene)) continue;
    // each has a server and data of its own; what goes wrong leaves its rows unmeasured
    const contender = await prepareContender(name, rooms);
    try {
      Object.assign(found, await measures[scene](contender));
      note(`${name}: ${scene} measured`);
    } catch (error) {
      note(`${name}: ${scene} given up: ${String(error)}`);
    } finally {
      await contender.server.kill9();
    }
  }
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
