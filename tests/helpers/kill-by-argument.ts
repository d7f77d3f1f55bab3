import { readdir, readFile } from "node:fs/promises";

/** Kills every process with this word on its command line, as a power cut does. Answers how many there were. */
export async function killByArgument(word: string): Promise<number> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  let killed = 0;
  for (const pid of numbers) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!line.includes(word) || pid === process.pid) continue;
    try {
      process.kill(pid, "SIGKILL");
      killed += 1;
    } catch {
      // It went while we looked.
    }
  }
  return killed;
}
