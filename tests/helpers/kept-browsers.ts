import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import { launchBrowser } from "#tests/helpers/browser.ts";
import type { PersonOptions } from "#tests/helpers/browser.ts";

// Launching a browser costs as much as a short test. So a process outlives its test, and the next person
// with the same command line gets it, with a context of their own: cookies, storage, caches and workers
// belong to a context. Two people who are there at once are never in one process.

interface OpenBrowser {
  readonly browser: Browser;
  /** Its command line; null: nobody else gets it. */
  readonly kind: string | null;
}

const idle: OpenBrowser[] = [];
const browserOf = new Map<BrowserContext, OpenBrowser>();
const spoilt = new WeakSet<Browser>();

/** So many wait for their next person, in each of Playwright's workers. */
const mostIdle = 4;
/** A context that takes longer to close hangs, and its browser ends with it. */
const closePatienceMs = 10_000;

/** Playwright ends whatever its workers launched; anywhere else a browser ends with its person. */
const isInWorker = process.env["TEST_WORKER_INDEX"] !== undefined;

/** A new context in a browser process that is nobody else's now. Ends with `closeContext`. */
export async function openContext(
  launch: PersonOptions,
  options: BrowserContextOptions,
): Promise<{ readonly browser: Browser; readonly context: BrowserContext }> {
  const own = takeIdle(kindOf(launch)) ?? {
    browser: await launchBrowser(launch),
    kind: kindOf(launch),
  };
  const context = await own.browser.newContext(options);
  browserOf.set(context, own);
  return { browser: own.browser, context };
}

/** Its browser waits for the next person, or ends as well. Does nothing where that was done before. */
export async function closeContext(context: BrowserContext): Promise<void> {
  const own = browserOf.get(context);
  if (own === undefined) return;
  browserOf.delete(context);
  const isKept = (await isClosedSoon(context)) && own.kind !== null && !spoilt.has(own.browser);
  if (isKept) idle.push(own);
  const ending = isKept ? idle.splice(0, idle.length - mostIdle) : [own];
  await Promise.all(ending.map(({ browser }) => browser.close()));
}

/** Nobody gets this browser after the one who has it: it was tampered with. */
export function spoil(browser: Browser): void {
  spoilt.add(browser);
}

/** A line of one's own is a part of the command line, and no other test's. */
function kindOf({ through, arguments: own = [] }: PersonOptions): string | null {
  return isInWorker && through === undefined ? JSON.stringify(own) : null;
}

/** The one that was used last: its files are in memory. */
function takeIdle(kind: string | null): OpenBrowser | null {
  const place = idle.findLastIndex(
    (one) => kind !== null && one.kind === kind && one.browser.isConnected(),
  );
  return place === -1 ? null : (idle.splice(place, 1)[0] ?? null);
}

/** False: it hangs, or its browser is gone. */
function isClosedSoon(context: BrowserContext): Promise<boolean> {
  return Promise.race([
    context.close().then(
      () => true,
      () => false,
    ),
    delay(closePatienceMs, false, { ref: false }),
  ]);
}
