import type { CallMember, CallPath } from "#shared/protocol/call-events.ts";

/** Somebody else in the call, as this tab knows them. */
export interface KnownPerson {
  readonly member: CallMember;
  /** A new call does not list them yet, and their direct line goes on meanwhile; null: they are listed. */
  readonly missingSinceMs: number | null;
}

/** How long those who spoke before a server's restart are awaited in the new call. */
export const awaitedMs = 8_000;

/**
 * Who is in the call besides oneself. Who is not listed in the same call any more has left; in a new call
 * they may come yet.
 */
export function knownPeople(
  before: readonly KnownPerson[],
  listed: readonly CallMember[],
  isSameCall: boolean,
  nowMs: number,
): readonly KnownPerson[] {
  const missing = before.flatMap((known) => {
    const { member, missingSinceMs } = known;
    if (listed.some(({ participantId }) => participantId === member.participantId)) return [];
    if (missingSinceMs === null) return isSameCall ? [] : [{ member, missingSinceMs: nowMs }];
    return nowMs - missingSinceMs < awaitedMs ? [known] : [];
  });
  return [...listed.map((member) => ({ member, missingSinceMs: null })), ...missing];
}

/** Which voices and faces of somebody have begun to come through the router. */
export interface Flowing {
  readonly audio: boolean;
  readonly video: boolean;
}

/**
 * Direct lines are kept this long at least after a move, since the other end may still listen to them; for
 * faces that do not come no longer than the second; for somebody of whom nothing comes as long as it takes.
 */
export const keptDirectMs = { least: 2_000, most: 8_000 } as const;

/** After a move to the router: whether the direct lines may go, so that nobody is cut off between. */
export function mayCloseDirect(
  sinceMovedMs: number,
  people: readonly { readonly member: CallMember; readonly flowing: Flowing }[],
): boolean {
  if (sinceMovedMs < keptDirectMs.least) return false;
  const isAllHere = people.every(
    ({ member, flowing }) =>
      (member.microphone !== "on" || flowing.audio) && (member.camera !== "on" || flowing.video),
  );
  const isAnythingHere = people.every(
    ({ member, flowing }) =>
      (member.microphone !== "on" && member.camera !== "on") || flowing.audio || flowing.video,
  );
  return isAllHere || (isAnythingHere && sinceMovedMs >= keptDirectMs.most);
}

/** Whether only the people in the call can hear it: a direct line always, the router when all can seal. */
export function sealedTo(path: CallPath | null, members: readonly CallMember[]): "ends" | "server" {
  if (path !== "router") return "ends";
  return members.every(({ publicKey }) => publicKey !== null) ? "ends" : "server";
}
