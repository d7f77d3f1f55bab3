import { text } from "#client/lib/text.ts";
import type { Member } from "#shared/protocol/room-events.ts";

/** What a screen reader hears when the roster changes: others only, never one's own coming and going. */
export function presenceChanges(
  before: readonly Member[],
  now: readonly Member[],
  me: string,
): string[] {
  const known = new Map(before.map((member) => [member.participantId, member]));
  return now
    .filter((member) => member.participantId !== me)
    .flatMap((member) => changesOf(known.get(member.participantId), member));
}

function changesOf(before: Member | undefined, now: Member): string[] {
  const { name } = now;
  const said: string[] = [];
  const wasAway = before === undefined || before.link === "away";
  if (wasAway && now.link === "here") said.push(text("presence.joined", { name }));
  if (!wasAway && now.link === "away") said.push(text("presence.left", { name }));
  if (before?.link === "here" && now.link === "lost")
    said.push(text("presence.lostSaid", { name }));
  if (before?.link === "lost" && now.link === "here")
    said.push(text("presence.backSaid", { name }));
  if (before?.company === "just-me" && now.company === "someone-with-me") {
    said.push(text("presence.companySaid", { name }));
  }
  return said;
}
