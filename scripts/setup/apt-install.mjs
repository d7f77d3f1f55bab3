import { existsSync } from "node:fs";
import { runStep } from "./run.mjs";
import { say } from "./say.mjs";

/** Installs Debian's packages when this is root on such a system; elsewhere it does nothing. */
export function aptInstall(root, names, packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return;
  say(`Installing ${names} for the tests (apt-get).`);
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  runStep("apt-get", ["update", "-qq"], root, quiet);
  runStep("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], root, quiet);
}
