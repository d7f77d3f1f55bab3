import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { rawRequest } from "#tests/helpers/raw-request.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { CLIENT_DIR } = server.context.config;
  await mkdir(join(CLIENT_DIR, "assets"), { recursive: true });
  await writeFile(join(CLIENT_DIR, "index.html"), "<!doctype html><title>SameFrame</title>");
  await writeFile(join(CLIENT_DIR, "assets", "main-abc123.js"), "export {};");
});
afterAll(() => server.close());

const policy =
  "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self' blob:;" +
  "media-src 'self' blob:;connect-src 'self';worker-src 'self';frame-ancestors 'none';" +
  "base-uri 'none';form-action 'self';require-trusted-types-for 'script';trusted-types sameframe-worker";

describe("the headers", () => {
  it.each([
    "/",
    "/journeys/1",
    "/assets/main-abc123.js",
    "/assets/none.js",
    "/api/session",
    "/api/none",
    "/m/none",
  ])("[DR19] stand on every answer: %s", async (path) => {
    const { headers } = await openTestBrowser(server).send("GET", path);

    expect(headers.get("content-security-policy")).toBe(policy);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toContain("camera=(self), microphone=(self)");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("[DR19] let nothing private be stored, hashed files for ever, and the page be asked for anew", async () => {
    const browser = openTestBrowser(server);
    const cacheOf = async (path: string) => {
      const { headers } = await browser.send("GET", path);
      return headers.get("cache-control");
    };

    expect(await cacheOf("/api/session")).toBe("no-store");
    expect(await cacheOf("/api/journeys")).toBe("no-store");
    expect(await cacheOf("/assets/main-abc123.js")).toBe("public, max-age=31536000, immutable");
    expect(await cacheOf("/")).toBe("no-cache");
    expect(await cacheOf("/r/some/where")).toBe("no-cache");
  });

  it("[DR19] ask for https from then on when people come by https", async () => {
    const secure = await startTestServer({
      environment: { PUBLIC_URL: "https://review.example.org" },
    });

    const { headers } = await rawRequest(secure.port, "GET", "/api/session", {
      host: "review.example.org",
    });

    expect(headers["strict-transport-security"]).toBe("max-age=63072000");
    await secure.close();
  });
});

describe("the page", () => {
  it("answers every address of its own, and none of the server's", async () => {
    const browser = openTestBrowser(server);
    const html = { headers: { accept: "text/html" } };

    const page = await browser.send("GET", "/journeys/1", html);
    const api = await browser.send("GET", "/api/none", html);
    const asset = await browser.send("GET", "/assets/none.js", html);

    expect(page.text).toContain("<title>SameFrame</title>");
    expect([api.status, asset.status]).toEqual([404, 404]);
    expect(asset.text).not.toContain("<title>");
  });
});
