/**
 * Notices a picture that goes on although its element says that it is paused: WebKitGTK does so now and
 * then when a seek follows a pause at once. A picture at rest is presented once, at most twice with the one
 * from before the seek; the third different one is one too many.
 */
export interface RestlessPicture {
  /** A seek, a play, another clip: what is presented from now on is counted anew. */
  beginAnew(): void;
  /** Whether this picture, presented while the element says it rests, is one too many. */
  isTooMany(mediaTimeMs: number): boolean;
}

const mostAtRest = 2;

/** Counts the pictures of one element. */
export function createRestlessPicture(): RestlessPicture {
  const presented = new Set<number>();
  return {
    beginAnew: () => presented.clear(),
    isTooMany: (mediaTimeMs) => presented.add(mediaTimeMs).size > mostAtRest,
  };
}
