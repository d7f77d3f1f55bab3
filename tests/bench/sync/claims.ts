import { numberAt } from "./sightings.ts";
import type { Sighting, Span } from "./sightings.ts";

/** From this instant on a page says, or no longer says, "Paused on the same frame". */
export interface Claim {
  readonly atMs: number;
  readonly isMade: boolean;
}

/** What one person's screen showed and claimed. */
export interface Screen {
  readonly pictures: readonly Sighting[];
  readonly claims: readonly Claim[];
}

/** What sampling the claims of both screens against both pictures found. */
export interface ClaimCheck {
  readonly samples: number;
  /** Samples in which a screen claimed it while the pictures differed. */
  readonly whileDiffering: number;
  /** Of those, the ones where they had differed for longer than was allowed. */
  readonly falseSamples: number;
  /** The longest that a claim stood over differing pictures, in ms. */
  readonly longestMs: number;
}

/** Nothing sampled yet. */
export const noClaims: ClaimCheck = {
  samples: 0,
  whileDiffering: 0,
  falseSamples: 0,
  longestMs: 0,
};

/**
 * Compares what the screens say with what they show, each `everyMs`. A claim is false once it has stood
 * for more than `graceMs` over pictures that differ: a change needs its way from one screen to the other.
 */
export function checkClaims(
  screens: readonly [Screen, Screen],
  span: Span,
  everyMs: number,
  graceMs: number,
): ClaimCheck {
  const check = { ...noClaims };
  let lyingFromMs: number | null = null;
  for (let atMs = span.fromMs; atMs <= span.toMs; atMs += everyMs) {
    check.samples += 1;
    if (!isLying(screens, atMs)) {
      lyingFromMs = null;
      continue;
    }
    lyingFromMs ??= atMs;
    check.whileDiffering += 1;
    if (atMs - lyingFromMs > graceMs) check.falseSamples += 1;
    check.longestMs = Math.max(check.longestMs, atMs - lyingFromMs);
  }
  return check;
}

/** Both findings as one. */
export const addChecks = (first: ClaimCheck, second: ClaimCheck): ClaimCheck => ({
  samples: first.samples + second.samples,
  whileDiffering: first.whileDiffering + second.whileDiffering,
  falseSamples: first.falseSamples + second.falseSamples,
  longestMs: Math.max(first.longestMs, second.longestMs),
});

function isLying(screens: readonly [Screen, Screen], atMs: number): boolean {
  const isClaimed = screens.some(({ claims }) => isMadeAt(claims, atMs));
  const [here, there] = screens.map(({ pictures }) => numberAt(pictures, atMs));
  return isClaimed && here !== there;
}

/** Whether the claim stood at that instant. */
export function isMadeAt(claims: readonly Claim[], atMs: number): boolean {
  return claims.findLast((claim) => claim.atMs <= atMs)?.isMade ?? false;
}
