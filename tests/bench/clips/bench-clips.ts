import { keepResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";
import { longFilm } from "./bench-films.ts";
import { cutRows, filmRows, leakRows, longFilmRows } from "./clip-rows.ts";
import { measureCuts, tryCuts } from "./measure-cuts.ts";
import { measureFilm } from "./measure-film.ts";

// `npm run bench:clips`: a film opened, looked through and cut in a browser, beside ffmpeg doing the same
// cuts in the same run. Needs ffmpeg, and for the long film four gigabytes of disk. `--only film,long,cuts,leaks`
// runs some parts.

const whole = { minutes: 10, longMinutes: 120, cuts: 5, places: 30, rounds: 200 };
const quick = { minutes: 1, longMinutes: 2, cuts: 1, places: 3, rounds: 5 };
/** Bits of the film that is cut and of the one that is only opened, in millions a second. */
const megabits = { film: 8, long: 3 };

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const { only, ...options } = readOptions(args);
    const size = options.quick ? quick : whole;
    const path = await longFilm(size.minutes, megabits.film);
    const longPath = await longFilm(size.longMinutes, megabits.long);
    note("the films are there");
    const calm = new CalmLog();
    await calm.check("before");
    const part = async <Found>(name: string, measure: () => Promise<Found>) => {
      if (only.length > 0 && !only.includes(name)) return null;
      const found = await measure();
      await calm.check(`after "${name}"`);
      return found;
    };

    const film = await part("film", () => measureFilm(path, size.places));
    const long = await part("long", () => measureFilm(longPath, 1));
    const cuts = await part("cuts", () => measureCuts(path, size.cuts, size.minutes * 60 - 30));
    const findings = await part("leaks", () => tryCuts(size.rounds));

    keepResults("clips", { film, long, cuts, findings, calm: calm.lines });
    const { wasCalm } = calm;
    const rows = [
      ...(film === null ? [] : filmRows(film, size.minutes, wasCalm)),
      ...(long === null ? [] : longFilmRows(long, size.longMinutes, wasCalm)),
      ...(cuts === null ? [] : cutRows(cuts, wasCalm)),
      ...(findings === null ? [] : leakRows(findings)),
    ];
    const report = `${calm.lines.join("\n\n")}\n\n${verdictTable(rows)}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:clips", report);
  });
