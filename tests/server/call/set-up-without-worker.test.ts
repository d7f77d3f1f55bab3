import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { setUpCall } from "#server/call/set-up-worker.ts";

// The package reads its worker's path once, when it is loaded: hence a file of its own.
const folder = mkdtempSync(join(tmpdir(), "sameframe-test-"));
const nowhere = join(folder, "worker", "out", "Release", "mediasoup-worker");
process.env["MEDIASOUP_WORKER_BIN"] = nowhere;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(environment: Record<string, string>, isFetched: boolean) {
  const lines: string[] = [];
  const folders: string[] = [];
  const code = await setUpCall(
    environment,
    (line) => lines.push(line),
    (path) => rm(path, { force: true }),
    async (folder) => {
      folders.push(folder);
      return isFetched;
    },
  );
  return { code, folders, said: lines.join(" ") };
}

it("[CL10] names a worker that does not run, and fetches no other in its place", async () => {
  const { code, folders, said } = await run({ MEDIASOUP_WORKER_BIN: nowhere }, true);

  expect(said).toContain(`MEDIASOUP_WORKER_BIN names ${nowhere}`);
  expect({ code, folders }).toEqual({ code: 1, folders: [] });
});

it.each([
  ["could not be fetched", false, /cannot run here: it could not be fetched or built\. docs/],
  ["was fetched and does not run", true, /cannot run here: .+ENOENT.+ docs\/operations\.md/],
])(
  "[CL10] has mediasoup's own script fetch it, and says in words when it %s",
  async (_what, isFetched, words) => {
    const { code, folders, said } = await run({}, isFetched);

    expect(said).toMatch(words);
    expect(code).toBe(1);
    expect(folders).toHaveLength(1);
  },
);

it("[CL10] a worker that came in half is said to be none, and is removed again", async () => {
  const lines: string[] = [];
  const fetchHalf = async () => {
    await mkdir(dirname(nowhere), { recursive: true });
    await writeFile(nowhere, "\u007fELF, and no more", { mode: 0o755 });
    return true;
  };

  expect(await setUpCall({}, (line) => lines.push(line), rm, fetchHalf)).toBe(1);

  expect(lines.at(-1)).toMatch(/what came does not run \(.+\); it was cut off.+removed again/);
  expect(existsSync(nowhere)).toBe(false);
});
