import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";

let workerUrl: Promise<URL> | null = null;

/** The clip inspector as it is now, for `createClipFiles(config, random, { workerUrl: await inspectionWorkerUrl() })`. */
export function inspectionWorkerUrl(): Promise<URL> {
  workerUrl ??= bundleForNode("server/media/inspection-worker.ts");
  return workerUrl;
}
