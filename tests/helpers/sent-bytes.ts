import type { Page } from "@playwright/test";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";

/**
 * Everything a page sends over a line from now on: the bytes of the line itself, and what goes into its
 * sockets, which a browser masks on the way. Call it before the page goes anywhere.
 */
export function gatherSent(page: Page, line: FaultProxy): () => Buffer {
  const sentBytes = line.keepSent();
  const sentFrames: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sentFrames.push(payload.toString("latin1")));
  });
  return () => Buffer.concat([sentBytes(), Buffer.from(sentFrames.join("\n"), "latin1")]);
}

/** How many pieces of a film, cut end to end, stand somewhere in these bytes; padding is no piece. */
export function piecesOf(film: Buffer, bytes: Buffer): number {
  const pieceBytes = 24;
  let found = 0;
  for (let at = 0; at + pieceBytes <= film.length; at += pieceBytes) {
    const piece = film.subarray(at, at + pieceBytes);
    if (new Set(piece).size >= 16 && bytes.includes(piece)) found += 1;
  }
  return found;
}
