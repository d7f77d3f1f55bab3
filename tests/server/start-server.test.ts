import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { buildAppend } from "#tests/helpers/build-append.ts";
import { storeReview } from "#tests/helpers/build-records.ts";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import type { BuiltServer } from "#tests/helpers/built-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

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

  it("[CL9] [HS11] says before it is ready what its call can do", async () => {
    server = await startBuiltServer({ environment: { CALL_MODE: "off" } });

    expect(server.output()).toMatch(/^The call is off \(CALL_MODE=off\).*\nSameFrame is ready/m);
  });

  it("[BD24] whose key file is gone names it and makes none, when boards are there that only it opens", async () => {
    const dataDir = join(await temporaryFolder(), "data");
    const { databasePath } = await prepareDataFolder(dataDir);
    const stores = await createSqliteStores(databasePath);
    const log = await createBoardLogInProcess(databasePath);
    const reviewId = await storeReview(stores);
    await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
    await log.close();
    await stores.close();

    const starting = startBuiltServer({ dataDir });

    await expect(starting).rejects.toThrow(/data\.key is missing, and the clips and boards/);
    expect(existsSync(`${dataDir}.key`)).toBe(false);
  });

  it("[DR24] that is asked to end is gone within two seconds, with a line still open", async () => {
    server = await startBuiltServer();
    const line = connect(server.port, "127.0.0.1");
    await once(line, "connect");
    line.on("error", () => {}); // a line that is cut may say so: `once` would take that for a failure
    const cut = new Promise((resolve) => line.on("close", resolve));

    const atMs = performance.now();
    await server.stop();
    await cut;

    expect(performance.now() - atMs).toBeLessThan(2_000);
  });
});
