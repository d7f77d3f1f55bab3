import { afterEach, describe, expect, it } from "vitest";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import type { BuiltServer } from "#tests/helpers/built-server.ts";

let server: BuiltServer | null = null;

async function isServing(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // what fetch throws when nobody listens
    throw error;
  }
}

afterEach(async () => {
  await server?.stop();
  server = null;
});

describe("the built server", { timeout: 60_000 }, () => {
  it("serves its page, prints a set-up link once, and is back on its port after kill -9", async () => {
    server = await startBuiltServer();
    const link = server.setUpLink;
    expect(link).toContain("/set-up#");
    expect(await isServing(server.url)).toBe(true);

    await server.kill9();
    expect(await isServing(server.url)).toBe(false);
    await server.restart();

    expect(await isServing(server.url)).toBe(true);
  });

  it("that cannot start says why", async () => {
    const start = startBuiltServer({ environment: { LOG_LEVEL: "loud" } });

    await expect(start).rejects.toThrow(/LOG_LEVEL/);
  });
});
