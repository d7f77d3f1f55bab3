import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import type { Config } from "#server/config.ts";

/** Where the router's worker listens, and under which address browsers are told to find it. */
export interface RouterAddress {
  readonly listen: string;
  readonly announced: string;
}

const anywhere = new Set(["0.0.0.0", "::"]);

/** The first address of this machine that others in its network can reach; null when it has none. */
function ownNetworkAddress(interfaces: typeof networkInterfaces): string | null {
  const all = Object.values(interfaces()).flatMap((entries) => entries ?? []);
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? null;
}

/**
 * The address as it was set; left out, that of the page: this computer alone, or the address it listens on.
 * Listening everywhere, it has to be found at one: the one that was set, or this machine's own.
 */
export function routerAddress(
  config: Pick<Config, "CALL_LISTEN" | "CALL_ANNOUNCED_ADDRESS" | "HOST">,
  interfaces: typeof networkInterfaces = networkInterfaces,
): RouterAddress {
  const page = isIP(config.HOST) === 0 ? "127.0.0.1" : config.HOST;
  const listen = config.CALL_LISTEN ?? page;
  const own = anywhere.has(listen) ? (ownNetworkAddress(interfaces) ?? "127.0.0.1") : listen;
  return { listen, announced: config.CALL_ANNOUNCED_ADDRESS ?? own };
}
