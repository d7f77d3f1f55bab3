import type { CoverBox } from "#shared/studio/cover-place.ts";
import type { CoverPlace, CoverRegion, Stretch } from "#shared/studio/cut-plan.ts";

/** The most covers of one clip, and places of one cover. */
export const coverLimits = { covers: 12, places: 200 } as const;
/** The least that a cover measures, as a part of the picture. */
const leastSide = 0.02;

/** A cover in the middle of the picture, for the whole clip. */
export function newCover(coverId: string, shape: CoverRegion["shape"], atMs: number): CoverRegion {
  const place = { atMs, x: 0.4, y: 0.35, width: 0.2, height: 0.3 };
  return { coverId, shape, look: "pixelated", places: [place], stretch: null };
}

/** A box brought back into the picture: its size first, then its place. */
export function boxInPicture({ x, y, width, height }: CoverBox): CoverBox {
  const side = (value: number) => Math.min(1, Math.max(leastSide, value));
  const [wide, tall] = [side(width), side(height)];
  return {
    x: Math.min(1 - wide, Math.max(0, x)),
    y: Math.min(1 - tall, Math.max(0, y)),
    width: wide,
    height: tall,
  };
}

/** The cover with this place at this film time; one that was there is replaced. */
export function withPlace(cover: CoverRegion, atMs: number, box: CoverBox): CoverRegion {
  const others = cover.places.filter((place) => place.atMs !== atMs);
  if (others.length >= coverLimits.places) return cover;
  const places = [...others, { atMs, ...boxInPicture(box) }];
  return { ...cover, places: places.toSorted(byTime) };
}

/** The cover without the place at this film time; its last one stays. */
export function withoutPlace(cover: CoverRegion, atMs: number): CoverRegion {
  const places = cover.places.filter((place) => place.atMs !== atMs);
  return places.length === 0 ? cover : { ...cover, places };
}

/** The cover from, or until, this film time only; null: for the whole clip. */
export function withStretch(cover: CoverRegion, stretch: Stretch | null): CoverRegion {
  return { ...cover, stretch };
}

const byTime = (one: CoverPlace, other: CoverPlace) => one.atMs - other.atMs;

/** How an arrow key moves a box, or with Shift changes its size; null for every other key. */
export function boxAfterKey(box: CoverBox, key: string, isSize: boolean): CoverBox | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const { x, y } = { x: direction.x * keyStep, y: direction.y * keyStep };
  const { width, height } = box;
  return boxInPicture(
    isSize
      ? { ...box, width: width + x, height: height + y }
      : { ...box, x: box.x + x, y: box.y + y },
  );
}

const keyStep = 0.01;
const directions: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A film's pictures by number; times are film time in ms. */
interface Pictures {
  startMs(index: number): number;
  indexAt(filmMs: number): number;
}

/**
 * The pictures a guider looks at before saying that all is covered: the first and the last, each that a
 * cover has a place in, and between them so many that at most `most` are shown, evenly.
 */
export function picturesToLookAt(
  { startMs, endMs }: Stretch,
  covers: readonly CoverRegion[],
  pictures: Pictures,
  most: number,
): number[] {
  const first = pictures.indexAt(startMs);
  const last = Math.max(first, pictures.indexAt(endMs - 0.001));
  const step = Math.max(1, Math.ceil((last - first) / most));
  const chosen = new Set([first, last]);
  for (let index = first; index < last; index += step) chosen.add(index);
  for (const { places, stretch } of covers) {
    const edges = stretch === null ? [] : [stretch.startMs, stretch.endMs];
    for (const atMs of [...places.map((place) => place.atMs), ...edges]) {
      if (atMs >= startMs && atMs < endMs) chosen.add(pictures.indexAt(atMs));
    }
  }
  return [...chosen].sort((one, other) => one - other);
}
