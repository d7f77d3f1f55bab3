import { createServer } from "node:http";
import { expect, it } from "vitest";
import { listen } from "#server/listen.ts";

it("[RM12] answers on every loopback address of the machine through one server", async () => {
  const server = createServer((_request, response) => response.end("here"));

  const listening = await listen(server, "loopback", 0);
  const answers = await Promise.all(
    listening.hosts.map(async (host) => (await fetch(`http://${host}:${listening.port}/`)).text()),
  );

  expect(listening.hosts.length).toBeGreaterThanOrEqual(3);
  expect(answers).toEqual(listening.hosts.map(() => "here"));
  server.closeAllConnections();
  server.close();
  await listening.close();
});
