import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

/** What a raw request was answered; `101` when an upgrade was accepted. */
export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with exactly these headers, Host included, on 127.0.0.1. */
export function rawRequest(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false });
    sent.once("error", reject);
    sent.once("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: 101, headers: response.headers, text: "" });
    });
    sent.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.end(body);
  });
}

/** The headers of a WebSocket handshake beside Origin, Host and Cookie. */
export const upgradeHeaders = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "c2FtZWZyYW1lLXRlc3QtMQ==",
} as const;
