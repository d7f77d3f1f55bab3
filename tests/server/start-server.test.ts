import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import type { BuiltServer } from "#tests/helpers/built-server.ts";

let server: BuiltServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

describe("the server as a process", { timeout: 60_000 }, () => {
  it("[HS11] whose port is taken says so in a sentence and ends by itself", async () => {
    server = await startBuiltServer();

    const second = startBuiltServer({ port: server.port });

    await expect(second).rejects.toThrow(
      `ended with code 1. It printed:\nPort ${server.port} is in use already. Set PORT to another one.`,
    );
  });

  it("[DR24] that is asked to end is gone within two seconds, with a line still open", async () => {
    server = await startBuiltServer();
    const line = connect(server.port, "127.0.0.1");
    await once(line, "connect");
    line.on("error", () => {}); // a line that is cut may say so
    const cut = once(line, "close");

    const atMs = performance.now();
    await server.stop();
    await cut;

    expect(performance.now() - atMs).toBeLessThan(2_000);
  });
});
