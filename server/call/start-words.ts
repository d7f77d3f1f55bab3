import { BlockList, isIP } from "node:net";
import { isRelay } from "#server/config.ts";
import type { Config } from "#server/config.ts";
import type { RouterPlace } from "./call-routers.ts";

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

/** What the server says of its call when it starts: above all, whether two people in two networks can talk. */
export function startWords(
  config: Pick<Config, "CALL_MODE" | "TURN_URLS">,
  place: RouterPlace | null,
): string[] {
  const { CALL_MODE, TURN_URLS = [] } = config;
  if (CALL_MODE === "off") {
    return ["The call is off (CALL_MODE=off): nobody hears or sees anybody here."];
  }
  if (CALL_MODE === "sfu" && place === null) {
    return [
      "The call is off: CALL_MODE=sfu needs the router, and its worker did not start. See: npm run sameframe -- call setup",
    ];
  }
  const hasRelay = CALL_MODE !== "sfu" && TURN_URLS.some(isRelay);
  const isFar = place !== null && isFarReaching(place.address);
  const ways = [...(isFar ? ["the router"] : []), ...(hasRelay ? ["TURN"] : [])];
  return [wayOf(CALL_MODE, place), reachOf(ways)];
}

function wayOf(mode: Config["CALL_MODE"], place: RouterPlace | null): string {
  if (place !== null) {
    const ports = place.ports.length === 1 ? "port" : "ports";
    return `The call's router is at ${place.address}, ${ports} ${place.ports.join(", ")}, UDP and TCP.`;
  }
  const why =
    mode === "p2p" ? "CALL_MODE=p2p" : "there is no worker: npm run sameframe -- call setup";
  return `The call has no router (${why}): up to four people talk from browser to browser.`;
}

function reachOf(ways: readonly string[]): string {
  if (ways.length > 0) return `Two people in two networks can talk here, by ${ways.join(" or ")}.`;
  return "Two people in two networks cannot talk here, only people in one network: set CALL_LISTEN and CALL_ANNOUNCED_ADDRESS, or TURN_URLS and TURN_SECRET (docs/operations.md).";
}
