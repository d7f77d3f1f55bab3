import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";

for (const host of ["localhost", "127.0.0.1"]) {
  test(`a person's whole traffic to ${host} takes the bad line, under the true address`, async () => {
    const server = createServer((_request, response) => response.end("hello"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // it listens on a port
    const proxy = await startFaultProxy(port);
    const browser = await launchBrowser({ through: proxy, serverPort: port });
    const page = await browser.newPage();

    await page.goto(`http://${host}:${port}/`);
    const openLines = proxy.connectionCount();
    proxy.cut();
    const afterCut = await page
      .goto(`http://${host}:${port}/`)
      .catch((error: Error) => error.message);

    expect(openLines).toBeGreaterThan(0);
    expect(page.url()).not.toContain(String(proxy.port));
    expect(afterCut).toContain("net::ERR");
    await browser.close();
    await proxy.close();
    server.close();
  });
}
