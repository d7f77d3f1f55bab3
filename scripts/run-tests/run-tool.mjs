import { spawn } from "node:child_process";
import { join } from "node:path";

const running = new Set();

/** On Windows there are no process groups: the child alone has to do. */
function endGroup(child) {
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it went by itself a moment ago
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(1);
  });
}

/**
 * Runs one tool out of node_modules to its end, with everything it starts. One that does not end in time is
 * ended, and has then failed: a loop in a test must never hold up the whole run.
 */
export function runTool(root, tool, args, { environment = {}, isRead = false, mostMs }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "node_modules", tool), ...args], {
      cwd: root,
      // What is tested here is what setup built a moment ago.
      env: { ...process.env, SAMEFRAME_BUILT: "1", ...environment },
      stdio: ["ignore", isRead ? "pipe" : "inherit", "inherit"],
      detached: process.platform !== "win32",
    });
    running.add(child);
    let stdout = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
    const watchdog = setTimeout(() => {
      console.log(`${tool} did not end within ${mostMs / 60_000} minutes and was ended.`);
      endGroup(child);
    }, mostMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(watchdog);
      running.delete(child);
      resolve({ exitCode: code ?? 1, stdout });
    });
  });
}
