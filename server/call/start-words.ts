import { BlockList, isIP } from "node:net";
import { isRelay } from "#server/config.ts";
import type { Config } from "#server/config.ts";
import type { CallRouters, RouterPlace, RouterTrouble } from "./call-routers.ts";
import { routerAddress } from "./router-settings.ts";

type StartConfig = Pick<
  Config,
  | "CALL_MODE"
  | "CALL_PORT"
  | "CALL_WORKERS"
  | "CALL_LISTEN"
  | "CALL_ANNOUNCED_ADDRESS"
  | "HOST"
  | "TURN_URLS"
>;

const nearby = new BlockList();
for (const [network, prefix] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  nearby.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  nearby.addSubnet(network, prefix, "ipv6");
}

/** Whether an address can be reached from another network, as far as it shows; a name is taken to be meant so. */
function isFarReaching(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return address !== "localhost";
  return !nearby.check(address, version === 4 ? "ipv4" : "ipv6");
}

function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" || address.startsWith("127.");
}

/** What the server says of its call when it starts: above all, whether two people in two networks can talk. */
export function startWords(
  config: StartConfig,
  { place, trouble }: Pick<CallRouters, "place" | "trouble">,
): string[] {
  const { CALL_MODE, TURN_URLS = [] } = config;
  if (CALL_MODE === "off") {
    return ["The call is off (CALL_MODE=off): nobody hears or sees anybody here."];
  }
  if (CALL_MODE === "sfu" && place === null) {
    return [`The call is off: CALL_MODE=sfu needs the router, and ${whyNone(config, trouble)}.`];
  }
  const hasRelay = CALL_MODE !== "sfu" && TURN_URLS.some(isRelay);
  const isFar = place !== null && isFarReaching(place.address);
  const ways = [...(isFar ? ["the router"] : []), ...(hasRelay ? ["TURN"] : [])];
  const way = place === null ? wayWithout(config, trouble) : wayThrough(place);
  return [way, reachOf(ways)];
}

function whyNone(config: StartConfig, trouble: RouterTrouble | null): string {
  if (config.CALL_MODE === "p2p") return "CALL_MODE=p2p";
  if (trouble !== "cannot-listen") return "there is no worker: npm run sameframe -- call setup";
  const { CALL_PORT, CALL_WORKERS } = config;
  const ports = CALL_WORKERS > 1 ? `ports ${CALL_PORT} and up` : `port ${CALL_PORT}`;
  const { listen } = routerAddress(config);
  return `it cannot listen on ${listen}, ${ports}: taken, or not this machine's; set CALL_PORT or CALL_LISTEN`;
}

function wayWithout(config: StartConfig, trouble: RouterTrouble | null): string {
  return `The call has no router (${whyNone(config, trouble)}): up to four people talk from browser to browser.`;
}

function wayThrough({ address, ports }: RouterPlace): string {
  const named = ports.length === 1 ? "port" : "ports";
  const where = `The call's router is at ${address}, ${named} ${ports.join(", ")}, UDP and TCP`;
  if (!isLoopback(address)) return `${where}.`;
  return `${where}: for browsers on this computer alone, and Firefox finds nothing there. For others set CALL_LISTEN, to 0.0.0.0 or this machine's address.`;
}

function reachOf(ways: readonly string[]): string {
  if (ways.length > 0) return `Two people in two networks can talk here, by ${ways.join(" or ")}.`;
  return "Two people in two networks cannot talk here, only people in one network: set CALL_LISTEN and CALL_ANNOUNCED_ADDRESS, or TURN_URLS and TURN_SECRET (docs/operations.md).";
}
