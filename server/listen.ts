import type { Server } from "node:http";
import { createServer as createNetServer } from "node:net";
import type { AddressInfo, Server as NetServer } from "node:net";

/** The loopback addresses a browser can tell apart; the last stands in where IPv6 is switched off. */
const furtherLoopbacks = ["::1", "127.0.0.2"];

/** A server that listens, and where. */
export interface Listening {
  readonly port: number;
  /** The hosts that lead here, as they stand in a link: `localhost`, `127.0.0.1`, `[::1]`. */
  readonly hosts: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the server's doors. `loopback` means 127.0.0.1 and, through further listeners that hand their
 * connections to the same server, the other loopback addresses; any other host is listened on as it is.
 */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  const first = host === "loopback" ? "127.0.0.1" : host;
  await listenOn(server, first, port);
  const bound = (server.address() as AddressInfo).port; // a TCP server that listens has one
  if (host !== "loopback") {
    return { port: bound, hosts: [host.includes(":") ? `[${host}]` : host], close: async () => {} };
  }

  const further: NetServer[] = [];
  const hosts = ["localhost", "127.0.0.1"];
  for (const address of furtherLoopbacks) {
    const extra = createNetServer((socket) => server.emit("connection", socket));
    try {
      await listenOn(extra, address, bound);
      further.push(extra);
      hosts.push(address.includes(":") ? `[${address}]` : address);
    } catch (error) {
      if (isAddressMissing(error)) continue;
      await closeAll(further);
      throw error;
    }
  }
  return {
    port: bound,
    hosts,
    close: () => closeAll(further),
  };
}

async function closeAll(servers: readonly NetServer[]): Promise<void> {
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
}

function listenOn(server: Server | NetServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(isTaken(error) ? takenError(port) : error);
    server.once("error", refuse);
    server.listen({ host, port }, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function isTaken(error: Error): boolean {
  return "code" in error && error.code === "EADDRINUSE";
}

function takenError(port: number): Error {
  return new Error(`Port ${port} is in use already. Set PORT to another one.`);
}

/** Whether this machine simply has no such address (IPv6 off, a system with one loopback address). */
function isAddressMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT" || code === "EINVAL";
}
