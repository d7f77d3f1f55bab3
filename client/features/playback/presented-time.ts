/**
 * When a presented picture begins in the clip, whatever the browser counts from. Some (WebKitGTK) leave the
 * clip's edit list out: their pictures seem later than they are, always by the same time. They also give
 * the place of a seek itself as the picture's time, so two seeks close together tell by how much. Nowhere
 * else do both agree: the others give the start of the frame, or exactly the place of the seek.
 */
export interface PresentedTime {
  /** Another clip: nothing is known of it. */
  forget(): void;
  /** A picture that was presented while resting after a seek to `soughtMs`. */
  learn(mediaTimeMs: number, soughtMs: number): void;
  /** When the picture whose time the browser gives as `mediaTimeMs` really begins, in ms. */
  trueMs(mediaTimeMs: number): number;
}

interface Rest {
  readonly soughtMs: number;
  readonly aheadMs: number;
}

/** Two seeks of the same picture: the second try of a rest is 1 ms to the side. */
const closeMs = 2;
const slackMs = 0.25;

/** Begins with trust in what the browser says. */
export function createPresentedTime(): PresentedTime {
  let aheadMs = 0;
  let lately: Rest[] = [];

  return {
    forget: () => {
      aheadMs = 0;
      lately = [];
    },
    learn: (mediaTimeMs, soughtMs) => {
      const rest = { soughtMs, aheadMs: mediaTimeMs - soughtMs };
      const isToldAgain = lately.some((before) => tellsTheSame(before, rest));
      if (rest.aheadMs > closeMs && isToldAgain) aheadMs = rest.aheadMs;
      lately = [...lately.slice(-3), rest];
    },
    trueMs: (mediaTimeMs) => mediaTimeMs - aheadMs,
  };
}

function tellsTheSame(one: Rest, other: Rest): boolean {
  const apartMs = Math.abs(one.soughtMs - other.soughtMs);
  return apartMs > slackMs && apartMs < closeMs && Math.abs(one.aheadMs - other.aheadMs) < slackMs;
}
