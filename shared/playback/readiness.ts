/** What one member who follows the timeline has reported last. */
export interface Readiness<Id> {
  readonly participantId: Id;
  readonly link: "here" | "lost" | "away";
  readonly picture: "loading" | "ready" | "stalled" | "unseen" | "blocked";
}

/** Those whose picture is not there yet. Whoever is away, lost or not looking holds nobody up. */
export function waitingFor<Id>(members: readonly Readiness<Id>[]): Id[] {
  return members
    .filter((member) => member.link === "here" && isWaitedFor(member.picture))
    .map((member) => member.participantId);
}

function isWaitedFor(picture: Readiness<unknown>["picture"]): boolean {
  return picture === "loading" || picture === "stalled" || picture === "blocked";
}
