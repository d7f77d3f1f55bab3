import { createHash } from "node:crypto";

/** A UUID (version 8: of our own making) out of what names a thing, the same on every server and every day. */
export function stableUuid(...parts: readonly string[]): string {
  const digest = createHash("sha256").update(parts.join("|")).digest("hex");
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
