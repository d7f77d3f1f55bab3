import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const stagingPattern = /^[0-9a-f-]{36}\.(\d+)\.part$/;

/** The name of a file that is still coming in; it bears the process that writes it. */
export function stagingName(uuid: string): string {
  return `${uuid}.${process.pid}.part`;
}

/**
 * Removes what uploads left behind whose process has ended. What another running process (the command
 * line beside the server) is writing stays. Called before this process writes any itself.
 */
export async function sweepStaging(folder: string): Promise<number> {
  const left = (await readdir(folder)).filter((name) => isLeftOver(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  return left.length;
}

function isLeftOver(name: string): boolean {
  const pid = Number(stagingPattern.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(pid)) return false;
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
