import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";
import { summaryPath } from "#shared/protocol/summary-routes.ts";

/** Every address of the app, in one place. No address holds a name or a secret. */
export const paths = {
  home: "/",
  setUp: "/set-up",
  signIn: "/sign-in",
  wayIn: "/j",
  demo: "/demo",
  held: "/held",
  framework: "/framework",
  organisation: "/organisation",
  supervision: "/supervision",
  join: "/join",
  journey: (journeyId: string) => `/journeys/${journeyId}`,
  studio: (journeyId: string, cycleId: string) => `/journeys/${journeyId}/cycles/${cycleId}/studio`,
  growth: (journeyId: string) => `/journeys/${journeyId}/growth`,
  room: (reviewId: string) => `/room/${reviewId}`,
  rehearsal: (reviewId: string) => `/reviews/${reviewId}/rehearsal`,
  signedBoard: (reviewId: string) => `/reviews/${reviewId}/signed-board`,
  report: (reviewId: string) => `/reviews/${reviewId}/report`,
  own: "/own",
  ownOpen: "/own/open",
  strengths: "/own/strengths",
  left: "/ended",
  ended: (reason: RoomCloseReason) => `/ended?why=${reason}`,
} as const;

/** The address of a review link, on the origin this page came from. */
export function reviewLink(origin: string, secret: string): string {
  return `${origin}${paths.wayIn}#${secret}`;
}

/** The address of a colleague's set-up link. */
export function joinLink(origin: string, secret: string): string {
  return `${origin}${paths.join}#${secret}`;
}

/** The address of a link to what is held of somebody. */
export function heldLink(origin: string, secret: string): string {
  return `${origin}${paths.held}#${secret}`;
}

/** The address of a link that opens somebody's own place in one more browser. */
export function ownLink(origin: string, secret: string): string {
  return `${origin}${paths.ownOpen}#${secret}`;
}

/** The address of a link to a strengths summary: its page runs no script, so the secret is in the path. */
export function summaryAddress(origin: string, secret: string): string {
  return origin + summaryPath.replace(":secret", secret);
}
