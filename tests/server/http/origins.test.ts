import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOwnAddresses } from "#server/http/own-addresses.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { rawRequest, upgradeHeaders } from "#tests/helpers/raw-request.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: MatrixHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openMatrixHouse(server, "live");
});
afterAll(async () => {
  house.close();
  await server.close();
});

/** Origins that are not ours, as another page could send them; `null`: no Origin at all. */
const foreignOrigins = (port: number): (string | null)[] => [
  null,
  "null",
  "",
  "http://evil.example",
  `http://evil.example:${port}`,
  `http://sub.localhost:${port}`,
  `http://localhost.evil.example:${port}`,
  `http://127.0.0.1.evil.example:${port}`,
  `https://127.0.0.1:${port}`,
  `http://127.0.0.1:${port + 1}`,
  "http://127.0.0.1",
  `http://127.0.0.1:${port}/`,
  `http://user@127.0.0.1:${port}`,
  `file://127.0.0.1:${port}`,
];

const handshakes = (): (readonly [string, string])[] => [
  ["Socket.IO over WebSocket", "/socket.io/?EIO=4&transport=websocket"],
  ["the board", `/yjs/${house.reviewId}?tab=${randomUUID()}`],
];

describe("a page of another site", () => {
  it("[DR17] cannot open a socket of any kind, even with the cookie", async () => {
    for (const [, path] of handshakes()) {
      for (const origin of foreignOrigins(server.port)) {
        const { status } = await rawRequest(server.port, "GET", path, {
          ...upgradeHeaders,
          host: `127.0.0.1:${server.port}`,
          cookie: house.browser("guider").cookie(),
          ...(origin === null ? {} : { origin }),
        });
        expect([path, origin, status]).not.toContain(101);
      }
    }
  });

  it("[DR17] cannot open one by long polling either", async () => {
    for (const origin of foreignOrigins(server.port)) {
      const reply = await rawRequest(server.port, "GET", "/socket.io/?EIO=4&transport=polling", {
        host: `127.0.0.1:${server.port}`,
        cookie: house.browser("guider").cookie(),
        ...(origin === null ? {} : { origin }),
      });
      expect([origin, reply.status]).toEqual([origin, 403]);
    }
  });

  it("[DR17] cannot change anything, and reads nothing", async () => {
    const host = `127.0.0.1:${server.port}`;
    const cookie = house.browser("guider").cookie();
    for (const origin of foreignOrigins(server.port)) {
      const headers = { host, cookie, ...(origin === null ? {} : { origin }) };
      const post = await rawRequest(server.port, "POST", "/api/journeys", headers, "{}");
      expect([origin, post.status, post.text]).toEqual([
        origin,
        403,
        '{"reason":"foreign-origin"}',
      ]);
      if (origin === null) continue;
      const get = await rawRequest(server.port, "GET", "/api/journeys", headers);
      expect([origin, get.status]).toEqual([origin, 403]);
    }
  });

  it.each(["cross-site", "same-site"])(
    "[DR17] is known by the browser's own word: %s",
    async (site) => {
      const headers = { "sec-fetch-site": site };

      const read = await house.browser("guider").send("GET", "/api/journeys", { headers });
      const write = await house.browser("guider").send("DELETE", "/api/session", { headers });

      expect([read.status, write.status]).toEqual([403, 403]);
    },
  );
});

describe("another name for this machine", () => {
  it.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost"])(
    "[DR17] is refused with a sentence: %s",
    async (host) => {
      const headers = { host, cookie: house.browser("guider").cookie() };

      const page = await rawRequest(server.port, "GET", "/", headers);
      const api = await rawRequest(server.port, "GET", "/api/journeys", headers);
      const socket = await rawRequest(server.port, "GET", handshakes()[0]?.[1] ?? "", {
        ...upgradeHeaders,
        ...headers,
        origin: `http://127.0.0.1:${server.port}`,
      });

      expect([page.status, api.status]).toEqual([421, 421]);
      expect(page.text).toContain("Open it by its https address");
      expect(socket.status).not.toBe(101);
    },
  );

  it.each(["localhost", "127.0.0.1", "127.0.0.2", "[::1]"])(
    "[DR17] is ours on loopback: %s",
    async (name) => {
      const host = `${name}:${server.port}`;

      const read = await rawRequest(server.port, "GET", "/api/session", { host });
      const socket = await rawRequest(server.port, "GET", handshakes()[0]?.[1] ?? "", {
        ...upgradeHeaders,
        host,
        origin: `http://${host}`,
      });

      expect([read.status, socket.status]).toEqual([200, 101]);
    },
  );
});

describe("the addresses that are ours", () => {
  it("[DR17] are the public one alone behind https, with its exact scheme, name and port", () => {
    const addresses = createOwnAddresses({ PUBLIC_URL: "https://review.example.org" });

    expect(addresses.isOwnHost("review.example.org", 3000)).toBe(true);
    expect(addresses.isOwnHost("localhost:3000", 3000)).toBe(false);
    expect(addresses.isOwnOrigin("https://review.example.org", 3000)).toBe(true);
    expect(addresses.isOwnOrigin("http://review.example.org", 3000)).toBe(false);
    expect(addresses.isOwnOrigin("https://review.example.org:8443", 3000)).toBe(false);
  });

  it("[DR17] never include a plain-http address that is not loopback", () => {
    const addresses = createOwnAddresses({ PUBLIC_URL: "http://review.example.org" });

    expect(addresses.isOwnHost("review.example.org", 80)).toBe(false);
    expect(addresses.isOwnOrigin("http://review.example.org", 80)).toBe(false);
  });
});
