import { createHash } from "node:crypto";
import { request } from "node:http";
import type { TestBrowser, Reply } from "#tests/helpers/test-browser.ts";

/** One file on its way up to one clip, a request at a time, as a page sends it. */
export interface UploadSteps {
  /** Begins it, with the length it has or another one. */
  begin(bytes?: number): Promise<Reply>;
  /** How many bytes the server has; -1 when it knows of no such upload. */
  offset(): Promise<number>;
  /** Sends the bytes from `from` on, up to `to`. */
  send(from: number, to?: number): Promise<Reply>;
  /** Sends a part of the bytes in one request that means to send them all; `cut` then drops its line. */
  sendSlowly(from: number, to: number): { cut(): void };
  giveUp(): Promise<Reply>;
}

const tus = { "tus-resumable": "1.0.0" };

/** The steps of this browser's upload of `file` to a clip. */
export function uploadSteps(browser: TestBrowser, clipId: string, file: Buffer): UploadSteps {
  const path = `/api/uploads/${clipId}`;
  const digest = createHash("sha256").update(file).digest("hex");
  const headers = { ...tus, "clip-digest": digest };
  const patchHeaders = (from: number) => ({
    ...headers,
    "content-type": "application/offset+octet-stream",
    "upload-offset": String(from),
  });
  return {
    begin: (bytes = file.length) =>
      browser.send("POST", path, { headers: { ...headers, "upload-length": String(bytes) } }),
    async offset() {
      const reply = await browser.send("HEAD", path, { headers });
      return Number(reply.headers.get("upload-offset") ?? -1);
    },
    send: (from, to = file.length) =>
      browser.send("PATCH", path, {
        headers: patchHeaders(from),
        body: new Uint8Array(file.subarray(from, to)),
      }),
    sendSlowly(from, to) {
      const sent = request(browser.origin + path, {
        method: "PATCH",
        agent: false,
        headers: {
          ...patchHeaders(from),
          origin: browser.origin,
          cookie: browser.cookie(),
          "content-length": file.length - from,
        },
      });
      sent.on("error", () => undefined); // its line is dropped, by us or by the server
      sent.write(file.subarray(from, to));
      return { cut: () => sent.destroy() };
    },
    giveUp: () => browser.send("DELETE", path, { headers }),
  };
}
