import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether a program is there and runs: some systems put a stub in a browser's place that only says what to install. */
export function starts(path, question = "--version") {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, [question], { timeout: 20_000, stdio: "ignore" }).status === 0;
}
