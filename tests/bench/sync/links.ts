import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";

/** The two lines of the targets: each way, so much delay and up to so much more. */
export const links = {
  L: { delayMs: 20, jitterMs: 5 },
  H: { delayMs: 100, jitterMs: 40 },
} as const;
export type LinkName = keyof typeof links;

/** A line to that port with this weather from its first byte on. */
export async function openLine(port: number, link: LinkName): Promise<FaultProxy> {
  const line = await startFaultProxy(port);
  setWeather(line, link);
  return line;
}

/** Gives a line its weather again, as after `heal()`. */
export function setWeather({ up, down }: FaultProxy, link: LinkName): void {
  Object.assign(up, links[link]);
  Object.assign(down, links[link]);
}
