import { canonicalJson } from "#shared/board/board-content.ts";
import type { BoardContent } from "#shared/board/board-content.ts";

/** The SHA-256 of a board's content in hex, as the server names it. */
export async function contentHash(content: BoardContent): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(content));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
