import type { CoverPlace, CoverRegion, Stretch } from "./cut-plan.ts";

/** Where a cover lies: fractions of the upright picture's width and height. */
export type CoverBox = Omit<CoverPlace, "atMs">;

/**
 * Where a cover lies on a picture that the film shows for `shown`, in film time: between its places it
 * glides. Null when no part of that time is in the cover's stretch; a picture that is in it for a moment
 * is covered whole.
 */
export function coverBoxAt(cover: CoverRegion, shown: Stretch): CoverBox | null {
  const { stretch, places } = cover;
  if (stretch !== null && (shown.startMs >= stretch.endMs || shown.endMs <= stretch.startMs)) {
    return null;
  }
  const after = places.findIndex(({ atMs }) => atMs > shown.startMs);
  const before = places[after < 0 ? places.length - 1 : after - 1];
  const next = after < 0 ? undefined : places[after];
  if (before === undefined) return next === undefined ? null : boxOf(next);
  if (next === undefined) return boxOf(before);
  return between(before, next, (shown.startMs - before.atMs) / (next.atMs - before.atMs));
}

function boxOf({ x, y, width, height }: CoverPlace): CoverBox {
  return { x, y, width, height };
}

function between(from: CoverPlace, to: CoverPlace, share: number): CoverBox {
  const glide = (one: number, other: number) => one + (other - one) * share;
  return {
    x: glide(from.x, to.x),
    y: glide(from.y, to.y),
    width: glide(from.width, to.width),
    height: glide(from.height, to.height),
  };
}
