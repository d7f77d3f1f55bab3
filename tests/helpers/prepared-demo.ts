import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { projectRoot } from "#tests/helpers/project-root.ts";

const linksSchema = z.strictObject({
  url: z.url(),
  guider: z.url(),
  practitioner: z.url(),
  supervisor: z.url(),
  own: z.null(),
  held: z.null(),
  summary: z.null(),
  dataDir: z.string(),
  pid: z.int(),
});
/** Where the demo is found, as `npm run demo -- --json` tells it. */
export type DemoLinks = z.infer<typeof linksSchema>;

const startTimeoutMs = 60_000;
/** Its review began when it was filled, and its links do not hold for ever. */
const goodForMs = 30 * 60_000;

/**
 * The folder of a demo that was filled and closed: its data, its key and its links. It is filled once for
 * each build and choice of clips, by the demo itself in a process of its own; take a copy of it.
 */
export async function preparedDemo(clips: readonly string[]): Promise<string> {
  const folder = join(projectRoot, "test-results", "demos", await nameOf(clips));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  const links = await fill(join(draft, "data"), clips);
  await writeFile(join(draft, "links.json"), JSON.stringify(links));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true })); // another test was first
  return folder;
}

/** A copy of a prepared demo at `dataDir`, and its links as they are on another port. */
export async function copyDemo(
  prepared: string,
  dataDir: string,
  port: number,
): Promise<DemoLinks> {
  await cp(join(prepared, "data"), dataDir, { recursive: true });
  await cp(join(prepared, "data.key"), `${dataDir}.key`);
  const links = await readFile(join(prepared, "links.json"), "utf8");
  const before = new URL(linksSchema.parse(JSON.parse(links)).url).port;
  return linksSchema.parse(JSON.parse(links.replaceAll(`:${before}`, `:${port}`)));
}

async function nameOf(clips: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(await readFile(join(projectRoot, "dist", ".built")));
  for (const clip of clips) hash.update(await readFile(clip)).update("\0");
  hash.update(String(Math.floor(Date.now() / goodForMs)));
  return hash.digest("hex").slice(0, 24);
}

async function fill(dataDir: string, clips: readonly string[]): Promise<DemoLinks> {
  const options = ["--json", "--port", "0", "--data", dataDir, "--cycle", "1"];
  const demo = spawn(
    process.execPath,
    ["scripts/demo.mjs", ...options, ...clips.flatMap((clip) => ["--clip", clip])],
    { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = once(demo, "exit");
  const line: unknown = await Promise.race([
    once(createInterface({ input: demo.stdout }), "line", {
      signal: AbortSignal.timeout(startTimeoutMs),
    }).then((heard: unknown[]) => heard[0]),
    gone.then(() => {
      throw new Error("The demo ended before it was ready.");
    }),
  ]);
  demo.kill("SIGTERM");
  await gone;
  return linksSchema.parse(JSON.parse(String(line)));
}
