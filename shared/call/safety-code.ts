import { codeWords } from "#shared/domain/code-words.ts";

const wordCount = 4;

/** The words of a safety code: one for each of the first bytes of a digest of both public keys. */
export function safetyCodeOf(digest: Uint8Array): readonly string[] {
  return [...digest.subarray(0, wordCount)].map((byte) => codeWords[byte % codeWords.length] ?? "");
}
