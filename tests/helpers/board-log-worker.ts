import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";

let workerUrl: Promise<URL> | null = null;

/** The board log's worker as it is now, for `createBoardLog(path, { workerUrl: await boardLogWorkerUrl() })`. */
export function boardLogWorkerUrl(): Promise<URL> {
  workerUrl ??= bundleForNode("server/board/board-log-worker.ts");
  return workerUrl;
}
