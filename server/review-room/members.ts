import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { Pace } from "./lead-time.ts";
import type { MemberReport } from "./room-parts.ts";

/** Silent for this long, a member is named as lost: with a tick each second and a ping each second, within 6 s. */
export const silentAfterMs = 4_500;

interface Presence {
  member: Member;
  heardAtServerMs: number;
  pace: Pace;
  /** Where their picture stands or last was. */
  frame: number | null;
}

/** Everybody who is or was in the room since it was opened, in the order they came. */
export interface Members {
  join(who: Pick<Member, "participantId" | "name" | "role">, nowServerMs: number): void;
  heard(participantId: ParticipantId, nowServerMs: number): void;
  /** True when the picture is getting on differently from before. */
  report(participantId: ParticipantId, report: MemberReport): boolean;
  sayCompany(participantId: ParticipantId, company: Company): void;
  setLink(participantId: ParticipantId, link: Member["link"]): void;
  setPicture(participantId: ParticipantId, picture: Member["picture"]): void;
  /** True when that changed anything. */
  setOnOwn(participantId: ParticipantId, isOnOwn: boolean): boolean;
  /** Names those as lost who have been silent too long; true when that changed anybody. */
  noteSilence(nowServerMs: number): boolean;
  roleOf(participantId: ParticipantId): Member["role"] | null;
  frameOf(participantId: ParticipantId): number | null;
  roundTripMsOf(participantId: ParticipantId): number;
  /** Those who are here, can see and are in step: the ones a pause has to reach. */
  followers(): ParticipantId[];
  here(): Set<ParticipantId>;
  paces(): Pace[];
  companies(): Record<string, Company>;
  list(): Member[];
}

/** A drawing outlives the room, so each role has the same colour every time; a second one takes what is free. */
const coloursByRole = { guider: 0, practitioner: 1, supervisor: 2 } as const;
const colours = [0, 1, 2, 3];

function freeColour(role: Member["role"], others: readonly Presence[]): number {
  const taken = new Set(others.map(({ member }) => member.colour));
  const wanted = [coloursByRole[role], ...colours.toReversed()];
  return wanted.find((colour) => !taken.has(colour)) ?? others.length % colours.length;
}

/** `companies` are the room statements kept from before a restart. */
export function createMembers(companies: Readonly<Record<string, Company>>): Members {
  const presences = new Map<ParticipantId, Presence>();
  const said = new Map<string, Company>(Object.entries(companies));

  function change(participantId: ParticipantId, changes: Partial<Member>): boolean {
    const presence = presences.get(participantId);
    if (presence === undefined) return false;
    presence.member = { ...presence.member, ...changes };
    return true;
  }
  const all = () => [...presences.values()];
  const hereNow = () => all().filter(({ member }) => member.link === "here");

  return {
    join(who, nowServerMs) {
      const known = presences.get(who.participantId);
      presences.set(who.participantId, {
        member: {
          ...who,
          link: "here",
          company: said.get(who.participantId) ?? null,
          picture: known?.member.picture ?? "loading",
          isOnOwn: known?.member.isOnOwn ?? false,
          colour: known?.member.colour ?? freeColour(who.role, all()),
        },
        heardAtServerMs: nowServerMs,
        pace: known?.pace ?? { roundTripMs: 0, startLatencyMs: 0, beatAtServerMs: null },
        frame: null,
      });
    },
    heard(participantId, nowServerMs) {
      const presence = presences.get(participantId);
      if (presence !== undefined) presence.heardAtServerMs = nowServerMs;
    },
    report(participantId, { picture, frame, ...pace }) {
      const presence = presences.get(participantId);
      if (presence === undefined) return false;
      const isChanged = presence.member.picture !== picture;
      presence.pace = pace;
      presence.frame = frame;
      presence.member = { ...presence.member, picture };
      return isChanged;
    },
    sayCompany(participantId, company) {
      said.set(participantId, company);
      change(participantId, { company });
    },
    setLink(participantId, link) {
      change(participantId, { link });
    },
    setPicture(participantId, picture) {
      change(participantId, { picture });
    },
    setOnOwn(participantId, isOnOwn) {
      const before = presences.get(participantId)?.member.isOnOwn;
      return before !== isOnOwn && change(participantId, { isOnOwn });
    },
    noteSilence(nowServerMs) {
      const silent = hereNow().filter((one) => nowServerMs - one.heardAtServerMs > silentAfterMs);
      for (const { member } of silent) change(member.participantId, { link: "lost" });
      return silent.length > 0;
    },
    roundTripMsOf: (participantId) => presences.get(participantId)?.pace.roundTripMs ?? 0,
    roleOf: (participantId) => presences.get(participantId)?.member.role ?? null,
    frameOf: (participantId) => presences.get(participantId)?.frame ?? null,
    followers: () =>
      hereNow()
        .filter(({ member }) => member.picture !== "unseen" && !member.isOnOwn)
        .map(({ member }) => member.participantId),
    here: () => new Set(hereNow().map(({ member }) => member.participantId)),
    paces: () => hereNow().map(({ pace }) => pace),
    companies: () => Object.fromEntries(said),
    list: () => all().map(({ member }) => member),
  };
}
