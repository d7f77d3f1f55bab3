import { runCommandLine } from "#server/media/command-line.ts";

/** The process behind `npm run sameframe -- ...`: 0 when it is done, 1 when it was refused, 2 when not understood. */
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), process.env, (line) => {
    process.stdout.write(`${line}\n`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
