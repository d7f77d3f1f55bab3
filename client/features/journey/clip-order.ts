import type { Clip } from "#shared/domain/clip.ts";

/** The ids of the clips in their order, with one of them a place further up (-1) or down (1). */
export function movedBy(
  clips: readonly Pick<Clip, "clipId">[],
  clipId: string,
  by: -1 | 1,
): string[] {
  const order = clips.map((clip) => clip.clipId as string); // an id is text, on its way to the server
  const from = order.indexOf(clipId);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  return order.with(from, order[to] ?? clipId).with(to, clipId);
}
