import { keepResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";
import { longFilm } from "./bench-films.ts";
import { cutRows, filmRows, leakRows } from "./clip-rows.ts";
import { measureCuts, tryCuts } from "./measure-cuts.ts";
import { measureFilm } from "./measure-film.ts";

// `npm run bench:clips`: a film opened, looked through and cut in a browser, beside ffmpeg doing the same
// cuts in the same run. Needs ffmpeg, and for the long film four gigabytes of disk.

const whole = { minutes: 10, longMinutes: 120, cuts: 5, places: 20, rounds: 200 };
const quick = { minutes: 1, longMinutes: 2, cuts: 1, places: 3, rounds: 5 };
/** Bits of the film that is cut and of the one that is only opened, in millions a second. */
const megabits = { film: 8, long: 3 };

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const size = options.quick ? quick : whole;
    const path = await longFilm(size.minutes, megabits.film);
    const longPath = await longFilm(size.longMinutes, megabits.long);
    note("the films are there");
    const calm = new CalmLog();
    await calm.check("before");

    const film = { ...(await measureFilm(path, size.places)), minutes: size.minutes };
    const long = { ...(await measureFilm(longPath, 1)), minutes: size.longMinutes };
    await calm.check("after looking through the films");
    const cuts = await measureCuts(path, size.cuts, size.minutes * 60 - 30);
    await calm.check("after the cuts");
    const findings = await tryCuts(size.rounds);

    keepResults("clips", { film, long, cuts, findings, calm: calm.lines });
    const rows = [
      ...filmRows(film, long, calm.wasCalm),
      ...cutRows(cuts, calm.wasCalm),
      ...leakRows(findings),
    ];
    const report = `${calm.lines.join("\n\n")}\n\n${verdictTable(rows)}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:clips", report);
  });
