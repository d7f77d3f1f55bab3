import { text } from "#client/lib/text.ts";
import type { RefusedCut } from "./cut-outcome.ts";

/** One sentence and a next step for a refused cut. `timeWords` writes a place in the film. */
export function cutRefusalWords(
  { reason, atMs }: RefusedCut,
  timeWords: (filmMs: number) => string,
): string {
  if (reason !== "film-undecodable" || atMs === null) return text(`cut.refused.${reason}`);
  return text("cut.refused.film-undecodable.at", { time: timeWords(atMs) });
}
