import type { RandomSource } from "#server/context.ts";
import { codeWords } from "#shared/domain/code-words.ts";

/** Two different words, to be shown on both screens and read out by phone. */
export function drawCode(random: Pick<RandomSource, "secret">): [string, string] {
  const [first = 0, second = 0] = Buffer.from(random.secret(), "base64url");
  const step = 1 + (second % (codeWords.length - 1));
  return [wordAt(first), wordAt(first + step)];
}

function wordAt(index: number): string {
  return codeWords[index % codeWords.length] ?? "";
}
