import { safetyCodeOf } from "#shared/call/safety-code.ts";

/**
 * Each try of somebody who looks for a key with the same four words costs so many hashes: what can be
 * found for one hash each while a room waits cannot be found at this price.
 */
const hashes = 300_000;

/** Four words from two public keys, the same on both screens: different when somebody put a key in between. */
export async function safetyWordsOf(oneKey: string, otherKey: string): Promise<readonly string[]> {
  const keys = new TextEncoder().encode([oneKey, otherKey].toSorted().join(" "));
  const salt = new TextEncoder().encode("sameframe safety code 1");
  const root = await crypto.subtle.importKey("raw", keys, "PBKDF2", false, ["deriveBits"]);
  const digest = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: hashes },
    root,
    256,
  );
  return safetyCodeOf(new Uint8Array(digest));
}
