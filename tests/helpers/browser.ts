import { chromium } from "@playwright/test";
import type { Browser, BrowserContext } from "@playwright/test";
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
  return chromium.launch(launchOptionsOf(options));
}

/** A person's browser on a profile of its own on the disk, as a computer has it: it outlives its process. */
export function launchOnProfile(folder: string, options: PersonOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptionsOf(options), locale: "en-GB" });
}

function launchOptionsOf({ through, serverPort, arguments: own = [] }: PersonOptions) {
  const rules =
    through === undefined
      ? []
      : ["localhost", "127.0.0.1"].map(
          (host) => `MAP ${host}:${serverPort} 127.0.0.1:${through.port}`,
        );
  return {
    executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
    args: [
      ...quietArguments,
      ...(rules.length > 0 ? [`--host-resolver-rules=${rules.join(",")}`] : []),
      ...own,
    ],
  };
}
