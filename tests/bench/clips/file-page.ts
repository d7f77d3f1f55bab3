import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { bundleForPage } from "#tests/bench/sync/bundle-for-page.ts";

/** A page of this machine with a script of ours in it and a film chosen from disk, as a guider does. */
export async function openFilePage(browser: Browser, entry: string, film: string): Promise<Page> {
  const server = createServer((_asked, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><input type=file>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const page = await browser.newPage();
  const { port } = server.address() as AddressInfo; // it listens on a port
  await page.goto(`http://127.0.0.1:${port}/`);
  atTheEnd(async () => {
    server.close();
    server.closeAllConnections();
  });
  await page.addScriptTag({ type: "module", content: await bundleForPage(entry) });
  await page.locator("input[type=file]").setInputFiles(film);
  return page;
}
