import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./run.mjs";
import { SetupRefusal, say } from "./say.mjs";

/** Whether every package of the lock file lies in node_modules in its version, as npm itself noted there. */
function holdsEveryPackage(root, lockText) {
  const noted = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, "utf8")).packages ?? {};
  const wanted = Object.entries(JSON.parse(lockText).packages ?? {});
  return wanted.every(
    ([path, entry]) =>
      path === "" || entry.optional === true || installed[path]?.version === entry.version,
  );
}

/** Installs exactly what the lock file says, and only when node_modules does not hold it already. */
export function ensureInstalled(root, install = () => runNpm(["ci", "--include=dev"], root)) {
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const fingerprint = createHash("sha256").update(lockText).digest("hex");
  const stamp = join(root, "node_modules", ".sameframe-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return false;
  if (!holdsEveryPackage(root, lockText)) {
    say("Installing the packages (npm ci).");
    if (!install()) {
      throw new SetupRefusal(
        "The packages could not be installed: see npm's lines above, check that this machine reaches its package registry, and try again.",
      );
    }
  }
  writeFileSync(stamp, fingerprint);
  return true;
}
