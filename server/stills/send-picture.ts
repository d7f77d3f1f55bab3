import { finished } from "node:stream/promises";
import type { Response } from "express";

/** Answers with a PNG that nobody stores; resolves when it has gone out or was cut off. */
export async function sendPicture(response: Response, png: Buffer): Promise<void> {
  if (response.destroyed) return;
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Disposition", "inline");
  response.setHeader("Content-Type", "image/png");
  response.setHeader("Content-Length", png.length);
  const isOver = finished(response).catch(() => undefined); // a browser that leaves is no fault
  response.end(png);
  await isOver;
}
