import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { DirectVerdict } from "./direct-line-watch.ts";
import type { CallTab } from "./frame-cipher.ts";

/** Tells the server how the direct lines are getting on: each thing once, and again when it was not heard. */
export interface LineReports {
  look(lines: readonly (CallTab & { readonly verdict: DirectVerdict })[]): void;
  /** In another call everything is told again. */
  forget(): void;
}

/** Has told nothing yet. */
export function createLineReports(ask: RoomConnection["ask"]): LineReports {
  let told = new Map<string, DirectVerdict>();

  async function report({ participantId: to, tabId }: CallTab, direct: "connected" | "broken") {
    const mine = told;
    mine.set(tabId, direct);
    const answer = await ask("call:report", { to, direct });
    if (!answer.ok && mine.get(tabId) === direct) mine.delete(tabId);
  }

  return {
    look(lines) {
      for (const tabId of told.keys()) {
        if (!lines.some((line) => line.tabId === tabId)) told.delete(tabId);
      }
      for (const line of lines) {
        const { verdict, tabId } = line;
        if (verdict !== null && told.get(tabId) !== verdict) void report(line, verdict);
      }
    },
    forget() {
      told = new Map();
    },
  };
}
