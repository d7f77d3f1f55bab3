import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { readConfig } from "#server/config.ts";
import type { Config } from "#server/config.ts";
import { carriedCodecs } from "./call-router.ts";
import { loadMediasoup } from "./load-mediasoup.ts";
import type { Mediasoup } from "./load-mediasoup.ts";
import { wordsOf } from "./router-worker.ts";

type Say = (line: string) => void;

const done = 0;
const refused = 1;

const byHand =
  "docs/operations.md says how to build a worker, or set MEDIASOUP_WORKER_BIN to one. Without it people talk from browser to browser.";

/**
 * Says whether the router's worker is here and works; where it is not, has mediasoup's own script fetch it.
 * The answer is the exit code.
 */
export async function setUpCall(
  environment: Record<string, string | undefined>,
  say: Say,
  removeFile: (path: string) => Promise<void>,
  fetchWorker: (folder: string) => Promise<boolean> = fetchOwnWorker,
): Promise<number> {
  const config = readConfig(environment);
  const mediasoup = await loadMediasoup(config);
  if (mediasoup === null) {
    say("The package mediasoup is not installed: run npm ci without --omit=optional, then again.");
    return refused;
  }
  const trouble = await tryWorker(mediasoup);
  if (trouble === null) return worksNow(say, mediasoup);
  say(`The worker does not run yet: ${trouble}`);
  if (config.MEDIASOUP_WORKER_BIN !== undefined) return named(config, say);

  say("Fetching it with mediasoup's own script. Where none is ready for this system it is built,");
  say("which takes minutes and needs Python and a compiler.");
  const isFetched = await fetchWorker(folderOf(mediasoup));
  const stillTrouble = isFetched ? await tryWorker(mediasoup) : null;
  if (isFetched && stillTrouble === null) return worksNow(say, mediasoup);
  await removeFile(mediasoup.workerBin); // half of one would be tried at each start
  const why = isFetched
    ? `what came does not run (${stillTrouble}); it was cut off, or is made for another system, and is removed again`
    : "it could not be fetched or built";
  say(`The call's router cannot run here: ${why}. ${byHand}`);
  return refused;
}

function worksNow(say: Say, { workerBin }: Mediasoup): number {
  say(`The call's router is here and works: ${workerBin}`);
  return done;
}

function named({ MEDIASOUP_WORKER_BIN }: Config, say: Say): number {
  say(
    `MEDIASOUP_WORKER_BIN names ${MEDIASOUP_WORKER_BIN}: set it to a worker that runs, or leave it out.`,
  );
  return refused;
}

/** Starts a worker, has it make a router and ends it; null when that went well. */
async function tryWorker(mediasoup: Mediasoup): Promise<string | null> {
  try {
    const worker = await mediasoup.createWorker({ logLevel: "none" });
    try {
      await worker.createRouter({ mediaCodecs: carriedCodecs });
      return null;
    } finally {
      worker.close();
    }
  } catch (error) {
    return wordsOf(error);
  }
}

/** `<folder>/worker/out/Release/mediasoup-worker` is where the package keeps its own. */
function folderOf({ workerBin }: Mediasoup): string {
  return join(dirname(workerBin), "..", "..", "..");
}

/** Its lines go to the screen as they come. */
function fetchOwnWorker(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = spawn(process.execPath, ["npm-scripts.mjs", "postinstall"], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
    });
    script.on("error", () => resolve(false));
    script.on("exit", (code) => resolve(code === 0));
  });
}
