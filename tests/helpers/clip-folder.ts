import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import type { Config } from "#server/config.ts";

/** A data folder of its own for one test, with the key file beside it. */
export async function makeDataFolder(): Promise<{
  config: Config;
  folder: string;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-clips-"));
  const config = readConfig({ DATA_DIR: join(folder, "data"), LOG_LEVEL: "silent" });
  return { config, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
