import type { Browser } from "@playwright/test";
import { spoil } from "#tests/helpers/kept-browsers.ts";

/**
 * Stops every process of a browser, as a closed lid does: nothing in it runs, its sockets stay open.
 * Answers how to wake it, which must be called before it is closed.
 */
export async function putToSleep(browser: Browser): Promise<() => void> {
  spoil(browser);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const ids = processInfo.map(({ id }) => id);
  const tell = (signal: "SIGSTOP" | "SIGCONT") => {
    for (const id of ids) process.kill(id, signal);
  };
  tell("SIGSTOP");
  return () => tell("SIGCONT");
}
