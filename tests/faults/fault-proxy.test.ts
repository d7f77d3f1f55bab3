import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";

let echo: Server;
let proxy: FaultProxy;
let line: Socket;

async function openLine(): Promise<Socket> {
  const socket = connect({ port: proxy.port, host: "127.0.0.1" });
  socket.on("error", () => socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** Resolves when this many bytes came, with how long that took and what they were. */
async function collect(socket: Socket, byteCount: number) {
  const startedAtMs = performance.now();
  const pieces: Buffer[] = [];
  let received = 0;
  // One listener throughout: two pieces can come in one turn.
  await new Promise<void>((resolve) => {
    const take = (piece: Buffer) => {
      pieces.push(piece);
      received += piece.length;
      if (received < byteCount) return;
      socket.off("data", take);
      resolve();
    };
    socket.on("data", take);
  });
  return { elapsedMs: performance.now() - startedAtMs, text: Buffer.concat(pieces).toString() };
}

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.pipe(socket);
  });
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  proxy = await startFaultProxy((echo.address() as AddressInfo).port); // it listens on a port
  line = await openLine();
});

afterEach(async () => {
  line.destroy();
  await proxy.close();
  echo.close();
});

describe("the bad line", () => {
  it("passes everything on, unchanged and in order, when it is fair", async () => {
    const sent = "frame ".repeat(50_000);
    line.write(sent);

    const { text } = await collect(line, sent.length);

    expect(text).toBe(sent);
  });

  it("delays each direction by its own measure", async () => {
    proxy.up.delayMs = 60;
    proxy.down.delayMs = 20;
    line.write("x");

    const { elapsedMs } = await collect(line, 1);

    expect(elapsedMs).toBeGreaterThanOrEqual(79);
    expect(elapsedMs).toBeLessThan(400);
  });

  it("keeps the order of what it sends under jitter", async () => {
    proxy.up.jitterMs = 15;
    const sent = Array.from({ length: 60 }, (_, index) => `${index};`);
    for (const piece of sent) {
      line.write(piece);
      await new Promise(setImmediate);
    }

    const { text } = await collect(line, sent.join("").length);

    expect(text).toBe(sent.join(""));
  });

  it("lets through no more than its bandwidth", async () => {
    proxy.up.bytesPerSecond = 200_000;
    line.write(Buffer.alloc(60_000));

    const { elapsedMs } = await collect(line, 60_000);

    expect(elapsedMs).toBeGreaterThanOrEqual(270);
  });

  it("delivers nothing in a blackhole, keeps the line open, and everything after", async () => {
    proxy.blackhole();
    const fair = await startFaultProxy((echo.address() as AddressInfo).port); // it listens on a port
    const fairLine = connect({ port: fair.port, host: "127.0.0.1" });
    let early = "";
    line.on("data", (piece: Buffer) => (early += piece.toString()));
    line.write("held");
    fairLine.write("seen");
    await collect(fairLine, 4);
    expect(early).toBe("");
    expect(line.destroyed).toBe(false);

    const held = collect(line, 4);
    proxy.heal();

    expect((await held).text).toBe("held");
    await fair.close();
  });

  it("drops every line at once when it is cut, and refuses new ones until it is healed", async () => {
    const gone = once(line, "close");
    proxy.cut();
    await gone;
    const refused = connect({ port: proxy.port, host: "127.0.0.1" });
    const [error] = (await once(refused, "error")) as [NodeJS.ErrnoException]; // what "error" gives
    expect(error.code).toBe("ECONNRESET");

    proxy.heal();
    line = await openLine();
    line.write("again");

    expect((await collect(line, 5)).text).toBe("again");
  });

  it("passes on the end of a line", async () => {
    line.end("bye");

    const [{ text }] = await Promise.all([collect(line, 3), once(line, "end")]);

    expect(text).toBe("bye");
  });
});
