import type { CallRefusal } from "./api.ts";
import { text } from "./text.ts";

/** The sentence and the next step for a refusal; `details` are names or limits the server gave. */
export function refusalWords(refused: {
  readonly reason: CallRefusal;
  readonly details?: readonly string[];
}): string {
  return text(`refusal.${refused.reason}`, { details: listOf(refused.details ?? []) });
}

function listOf(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);
}
