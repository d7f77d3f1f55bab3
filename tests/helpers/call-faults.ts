import { readdirSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";

/** The router's worker that this server started; null when it runs none. */
export function findWorker(serverPid: number): number | null {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).find((pid) => isWorkerOf(pid, serverPid)) ?? null;
}

/** Ends the router's worker of this server as the system would for want of memory. */
export function killWorker(serverPid: number): void {
  const pid = findWorker(serverPid);
  if (pid === null) throw new Error("This server runs no worker.");
  process.kill(pid, "SIGKILL");
}

function isWorkerOf(pid: number, serverPid: number): boolean {
  try {
    // `pid (name) state parent ...`; the name may hold spaces and is cut at 15 letters.
    const [, name = "", rest = ""] =
      /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return name.startsWith("mediasoup") && Number(rest.split(" ")[1]) === serverPid;
  } catch {
    return false; // it ended a moment ago
  }
}

/** Those of these addresses that are none of this machine's own: media must know no others. */
export function strangeAddresses(addresses: readonly string[]): string[] {
  const own = Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).map(({ address }) => address),
  );
  const isOwn = (address: string) =>
    ["", "0.0.0.0", "::"].includes(address) || address.endsWith(".local") || own.includes(address);
  return addresses.filter((address) => !isOwn(address));
}
