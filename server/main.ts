import { readConfig } from "#server/config.ts";
import { startServer } from "#server/start-server.ts";

/** The process: reads the settings, starts, says where it is, and ends in good order when asked to. */
try {
  const server = await startServer(readConfig(process.env));
  const { setUpLink } = server;
  if (setUpLink !== null) {
    console.log(`First start. Make the first guider's account here: ${setUpLink}`);
  }
  for (const line of server.callWords) console.log(line);
  console.log(`SameFrame is ready on ${server.url}`);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
