import { createHash, timingSafeEqual } from "node:crypto";

/** What is kept of a cookie or a link: its SHA-256 as hex. The secret itself is never stored. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Compares two secrets without telling by its time how much of them is alike. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(given, "utf8").digest(),
    createHash("sha256").update(expected, "utf8").digest(),
  );
}
