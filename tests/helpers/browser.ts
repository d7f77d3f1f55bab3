import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";

const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What a person's browser is launched with. */
export interface PersonOptions {
  /** The server's port, when this person's traffic shall go through a bad line. */
  readonly serverPort?: number;
  readonly through?: FaultProxy;
  readonly arguments?: readonly string[];
}

/**
 * A browser process of one person. With `through`, everything it sends to `localhost` or `127.0.0.1` on
 * `serverPort` goes through the proxy, while addresses and Origin stay what they are.
 */
export function launchBrowser(options: PersonOptions = {}): Promise<Browser> {
  const { through, serverPort } = options;
  const rules =
    through === undefined
      ? []
      : ["localhost", "127.0.0.1"].map(
          (host) => `MAP ${host}:${serverPort} 127.0.0.1:${through.port}`,
        );
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
    args: [
      ...quietArguments,
      ...(rules.length > 0 ? [`--host-resolver-rules=${rules.join(",")}`] : []),
      ...(options.arguments ?? []),
    ],
  });
}
