import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { bundleForPage } from "#tests/bench/sync/bundle-for-page.ts";
import type { RivalMessage } from "./messages.ts";

/** The designs that stand beside ours in the table. */
export type RivalName = "naive" | "timingsrc" | "floor";

/** A server with one page, one clip and one socket for everybody. */
export interface RivalServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const entries = {
  naive: "tests/bench/sync/rivals/naive-page.ts",
  timingsrc: "tests/bench/sync/rivals/timingsrc-page.ts",
  floor: "tests/bench/sync/rivals/floor-page.ts",
} as const;

/** How far ahead a start is set: whoever is 140 ms away hears of it in time. */
const startLeadMs = 250;

/** Serves one rival over `127.0.0.1` on a free port. */
export async function startRivalServer(name: RivalName, clip: string): Promise<RivalServer> {
  const [script, bytes] = [await bundleForPage(entries[name]), await readFile(clip)];
  const video = '<video src="/clip.mp4" muted playsinline preload="auto" width="320"></video>';
  const page = `<!doctype html><meta charset="utf-8"><title>${name}</title>${name === "floor" ? video.repeat(2) : video}<script type="module" src="/page.js"></script>`;
  const server = createServer((request, response) => {
    if (request.url === "/page.js") return answer(response, "text/javascript", Buffer.from(script));
    if (request.url === "/clip.mp4") return answerRange(request, response, bytes);
    return answer(response, "text/html", Buffer.from(page));
  });
  relayBetween(new WebSocketServer({ server, perMessageDeflate: false }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function relayBetween(sockets: WebSocketServer): void {
  let vector = { velocity: 0 as 0 | 1, positionMs: 0, atServerMs: 0 };
  const positionMs = (nowMs: number) =>
    vector.positionMs + vector.velocity * Math.max(0, nowMs - vector.atServerMs);
  const tell = (message: RivalMessage) => {
    for (const socket of sockets.clients) socket.send(JSON.stringify(message));
  };
  sockets.on("connection", (socket) => {
    socket.on("message", (data: Buffer) => {
      const nowMs = performance.now();
      const message = JSON.parse(data.toString()) as RivalMessage; // only the benchmark's pages are here
      if (message.kind === "ping") {
        const pong: RivalMessage = {
          kind: "pong",
          sentAtLocalMs: message.sentAtLocalMs,
          serverNowMs: nowMs,
        };
        socket.send(JSON.stringify(pong));
      } else if (message.kind === "naive") {
        for (const other of sockets.clients) if (other !== socket) other.send(data.toString());
      } else if (message.kind === "ask") {
        const { velocity } = message;
        const place = { positionMs: Math.max(0, message.positionMs ?? positionMs(nowMs)) };
        vector = { velocity, ...place, atServerMs: nowMs + (velocity === 1 ? startLeadMs : 0) };
        tell({ kind: "vector", ...vector });
      }
    });
  });
}

function answer(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { "content-type": type, "content-length": body.length }).end(body);
}

function answerRange(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const asked = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
  const from = Number(asked?.[1] ?? 0);
  const to = Math.min(bytes.length - 1, Number(asked?.[2] || bytes.length - 1));
  response
    .writeHead(asked === null ? 200 : 206, {
      "content-type": "video/mp4",
      "accept-ranges": "bytes",
      "content-length": to - from + 1,
      ...(asked === null ? {} : { "content-range": `bytes ${from}-${to}/${bytes.length}` }),
    })
    .end(bytes.subarray(from, to + 1));
}
