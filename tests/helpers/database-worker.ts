import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";

let workerUrl: Promise<URL> | null = null;

/** The stores' worker as it is now, for `createSqliteStores(path, { workerUrl: await databaseWorkerUrl() })`. */
export function databaseWorkerUrl(): Promise<URL> {
  workerUrl ??= bundleForNode("server/storage/sqlite/database-worker.ts");
  return workerUrl;
}
