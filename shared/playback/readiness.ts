/**
 * When everybody can start together: who is still being waited for, and how far ahead a common start
 * has to be. The server knows each member's link, picture and delays from `member:report`.
 */

/** What one member who follows the timeline has reported last. */
export interface Readiness<Id> {
  readonly participantId: Id;
  readonly link: "here" | "lost" | "away";
  readonly picture: "loading" | "ready" | "stalled" | "unseen" | "blocked";
  /** The slow end (95th percentile) of the time to the server and back, in ms. */
  readonly roundTripMs: number;
  /** How long this browser's player takes from being told to play until it moves, in ms. */
  readonly startLatencyMs: number;
}

const slackMs = 60;
const leastLeadMs = 120;
const mostLeadMs = 600;

/** Those whose picture is not there yet. Whoever is away, lost or not looking holds nobody up. */
export function waitingFor<Id>(members: readonly Readiness<Id>[]): Id[] {
  return members
    .filter((member) => member.link === "here" && isWaitedFor(member.picture))
    .map((member) => member.participantId);
}

/** How long from now a start has to be so that everybody present can make it, in ms. */
export function commonLeadMs(members: readonly Readiness<unknown>[]): number {
  const needsMs = members
    .filter((member) => member.link === "here")
    .map((member) => member.roundTripMs / 2 + member.startLatencyMs + slackMs);
  return Math.min(mostLeadMs, Math.max(leastLeadMs, ...needsMs));
}

function isWaitedFor(picture: Readiness<unknown>["picture"]): boolean {
  return picture === "loading" || picture === "stalled" || picture === "blocked";
}
