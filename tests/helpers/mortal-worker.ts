import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A real worker with one weakness: its thread ends, without an answer, at a message that contains the
 * word. What it had begun is left as it is.
 */
export async function mortalWorkerUrl(folder: string, real: URL, word: string): Promise<URL> {
  const path = join(folder, "mortal-worker.mjs");
  await writeFile(
    path,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", (message) => {
       if (JSON.stringify(message).includes(${JSON.stringify(word)})) process.exit(1);
     });
     await import(${JSON.stringify(real.href)});`,
  );
  return pathToFileURL(path);
}
