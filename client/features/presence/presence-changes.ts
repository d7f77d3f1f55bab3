import { text } from "#client/lib/text.ts";
import type { TextId } from "#client/text/en.ts";
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
  const said = [
    linkChange(before?.link ?? "away", now.link),
    ownChange(before, now),
    companyChange(before, now),
  ];
  return said.flatMap((id) => (id === null ? [] : [text(id, { name: now.name })]));
}

type Link = Member["link"];

function linkChange(before: Link, now: Link): TextId | null {
  if (before === now) return null;
  if (now === "away") return "presence.left";
  if (before === "away") return "presence.joined";
  return now === "lost" ? "presence.lostSaid" : "presence.backSaid";
}

function ownChange(before: Member | undefined, now: Member): TextId | null {
  if (before === undefined || before.isOnOwn === now.isOnOwn || now.link !== "here") return null;
  return now.isOnOwn ? "presence.onOwnSaid" : "presence.togetherSaid";
}

function companyChange(before: Member | undefined, now: Member): TextId | null {
  const hasCompanyNow = before?.company === "just-me" && now.company === "someone-with-me";
  return hasCompanyNow ? "presence.companySaid" : null;
}
