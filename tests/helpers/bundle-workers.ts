import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";

/** What nearly every test of the server runs beside itself. */
const entries = [
  "server/media/inspection-worker.ts",
  "server/storage/sqlite/database-worker.ts",
  "server/board/board-log-worker.ts",
];

/** Runs once before all tests of vitest: each of them finds these bundled, and needs no bundler of its own. */
export async function setup(): Promise<void> {
  const bundled = await Promise.all(
    entries.map(async (entry) => [entry, String(await bundleForNode(entry))]),
  );
  process.env["SAMEFRAME_TEST_BUNDLES"] = JSON.stringify(Object.fromEntries(bundled));
}
