import { keepResults, keptResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";
import { callWorker } from "#tests/helpers/call-worker.ts";
import { callRows } from "./call-rows.ts";
import type { CallFound } from "./call-rows.ts";
import { measureDucking } from "./duck-scene.ts";
import { measureEarFloor, measureMouthToEar } from "./ear-scene.ts";
import { measureFilm } from "./film-scene.ts";
import { measureRooms } from "./rooms-scene.ts";
import { measureAdmissions, measureCrashes, measureFallbacks } from "./way-scenes.ts";

// `npm run bench:call`: voices and faces by both ways, in real browsers with fake devices on one machine.

const howMeasured = `Chromium with fake devices, everything on this machine; each room's two people in browsers of
their own, but for the rooms on the router, whose pages share one browser and decode faces of 160 x 90 without drawing
them, because many full faces are more than this machine can encode, decode and draw. A mark goes from one's own microphone track, after the
browser has worked on it, to the track that the other one hears; what microphones and loudspeakers add is not in it.`;

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const many = (full: number, quick: number) => options.cycles ?? (options.quick ? quick : full);
    const earlier = options.only.length > 0 ? keptResults("call") : null;
    const found = (earlier ?? {}) as CallFound; // its own file, from a run of this very script
    const calm = new CalmLog();

    /** One scene, unless it was not asked for; one that fails does not take the others with it. */
    async function scene<Name extends keyof CallFound>(
      name: Name,
      measure: () => Promise<CallFound[Name]>,
      needsWorker = true,
    ): Promise<void> {
      if (options.only.length > 0 && !options.only.includes(name)) return;
      if (needsWorker && callWorker === null) return note(`${name}: there is no worker here`);
      note(name);
      try {
        found[name] = await measure();
      } catch (error) {
        note(`${name} failed: ${String(error)}`);
      }
      keepResults("call", { ...found, calm: calm.lines });
    }

    await calm.check("before");
    await scene("earFloor", () => measureEarFloor(many(60, 5)), false);
    await scene("earDirect", () => measureMouthToEar("p2p", many(60, 5)), false);
    await scene("earRouter", () => measureMouthToEar("sfu", many(60, 5)));
    await scene("duckDirect", () => measureDucking("p2p", many(20, 2)), false);
    await scene("duckRouter", () => measureDucking("sfu", many(20, 2)));
    await scene("admitDirect", () => measureAdmissions("p2p", many(20, 1)), false);
    await scene("admitRouter", () => measureAdmissions("sfu", many(20, 1)));
    await scene("fallback", () => measureFallbacks(many(10, 1)));
    await scene("crash", () => measureCrashes(many(5, 1)));
    await calm.check("between");
    await scene("rooms", () => measureRooms(options.quick ? 2 : 4, options.quick ? 6_000 : 60_000));
    await scene("film", () => measureFilm(options.quick ? 1 : 2, many(6, 1)), false);
    await calm.check("after");

    const report = `${calm.lines.join("\n\n")}\n\n${howMeasured}\n\n${verdictTable(callRows(found, calm.wasCalm))}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:call", report);
  });
