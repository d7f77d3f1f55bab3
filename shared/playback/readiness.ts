/** What one member has reported last. */
export interface Readiness<Id> {
  readonly participantId: Id;
  readonly link: "here" | "lost" | "away";
  readonly picture: "loading" | "ready" | "stalled" | "unseen" | "blocked";
  /** Looks on their own for now, and does not follow the timeline. */
  readonly isOnOwn: boolean;
}

/** Those whose picture is not there yet. Whoever is away, lost, not looking or on their own holds nobody up. */
export function waitingFor<Id>(members: readonly Readiness<Id>[]): Id[] {
  return members
    .filter((member) => member.link === "here" && !member.isOnOwn && isWaitedFor(member.picture))
    .map((member) => member.participantId);
}

function isWaitedFor(picture: Readiness<unknown>["picture"]): boolean {
  return picture === "loading" || picture === "stalled" || picture === "blocked";
}
