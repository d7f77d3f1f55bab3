import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";

/** Every address of the app, in one place. No address holds a name or a secret. */
export const paths = {
  home: "/",
  setUp: "/set-up",
  signIn: "/sign-in",
  wayIn: "/j",
  demo: "/demo",
  framework: "/framework",
  journey: (journeyId: string) => `/journeys/${journeyId}`,
  studio: (journeyId: string, cycleId: string) => `/journeys/${journeyId}/cycles/${cycleId}/studio`,
  room: (reviewId: string) => `/room/${reviewId}`,
  rehearsal: (reviewId: string) => `/reviews/${reviewId}/rehearsal`,
  signedBoard: (reviewId: string) => `/reviews/${reviewId}/signed-board`,
  left: "/ended",
  ended: (reason: RoomCloseReason) => `/ended?why=${reason}`,
} as const;

/** The address of a review link, on the origin this page came from. */
export function reviewLink(origin: string, secret: string): string {
  return `${origin}${paths.wayIn}#${secret}`;
}
