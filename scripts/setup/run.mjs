import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";

/** Runs a step to its end, its output on stderr. True when it went well. */
export function runStep(command, args, root, environment = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && !command.endsWith(".exe"),
  });
  return done.status === 0;
}

/** Runs npm itself: the one that called us when there is one. */
export function runNpm(args, root) {
  const npmScript = process.env.npm_execpath;
  const isScript = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript);
  return isScript
    ? runStep(process.execPath, [npmScript, ...args], root)
    : runStep("npm", args, root);
}

/** Runs a command in our place: same input and output, signals passed on, its exit code is the answer. */
export function runInPlace(args, root, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: "inherit",
    });
    const passOn = (signal) => {
      // A terminal already sends Ctrl-C to the whole group; twice would look like impatience.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, passOn);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      resolve(code ?? 128 + (constants.signals[signal] ?? 1));
    });
  });
}
