import type { First } from "#shared/protocol/first-events.ts";

/** What stands in place of an empty card: watch the clip once, or who writes first. Null: the cards. */
export type FirstStep = "watch" | "begin" | null;

/** A clip on which a moment is held has been watched, whenever that was. */
export function firstStep(
  first: First | null,
  clipId: string | null,
  heldClipIds: readonly string[],
): FirstStep {
  if (first === null || !first.isOn || clipId === null || heldClipIds.includes(clipId)) return null;
  return first.watchedClipIds.some((watched) => watched === clipId) ? "begin" : "watch";
}
