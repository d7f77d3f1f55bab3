import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { initials } from "#client/features/presence/initials.ts";
import { LinkNotices } from "#client/features/presence/LinkNotices.tsx";
import { presenceChanges } from "#client/features/presence/presence-changes.ts";
import { Roster } from "#client/features/presence/Roster.tsx";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";

const nadiaId = participantIdSchema.parse("0c6a3f52-7a33-4c0e-8b57-1f0d9a0c1a01");
const callumId = participantIdSchema.parse("0c6a3f52-7a33-4c0e-8b57-1f0d9a0c1a02");

function member(changes: Partial<Member> = {}): Member {
  return {
    participantId: callumId,
    name: "Callum",
    role: "practitioner",
    link: "here",
    company: "just-me",
    picture: "ready",
    isOnOwn: false,
    colour: 1,
    ...changes,
  };
}

const nadia = member({
  participantId: nadiaId,
  name: "Nadia",
  role: "guider",
  company: null,
  colour: 0,
});

describe("what is said of the others", () => {
  it.each([
    ["came", [], [member()], ["Callum joined."]],
    ["left", [member()], [member({ link: "away" })], ["Callum left."]],
    ["is lost", [member()], [member({ link: "lost" })], ["Reconnecting to Callum."]],
    ["is back", [member({ link: "lost" })], [member()], ["Callum is back."]],
    ["came back", [member({ link: "away" })], [member()], ["Callum joined."]],
    [
      "has company",
      [member()],
      [member({ company: "someone-with-me" })],
      ["Callum says someone is with them."],
    ],
    [
      "looks apart",
      [member()],
      [member({ isOnOwn: true })],
      ["Callum is looking on their own for now."],
    ],
    ["is together again", [member({ isOnOwn: true })], [member()], ["Callum is back with you."]],
    ["does nothing", [member()], [member({ picture: "stalled" })], []],
  ])("[SC7] when somebody %s", (_what, before, now, said) => {
    expect(presenceChanges([nadia, ...before], [nadia, ...now], nadiaId)).toEqual(said);
  });

  it("[SC7] is never said of oneself", () => {
    expect(presenceChanges([], [nadia], nadiaId)).toEqual([]);
  });
});

describe("the roster", () => {
  it("[SC7] shows name, role, connection and company of everybody in words", () => {
    const roster = renderToStaticMarkup(
      <Roster
        members={[nadia, member({ link: "lost", company: "someone-with-me" })]}
        me={nadiaId}
      />,
    );

    expect(roster).toContain("Nadia (you)");
    expect(roster).toContain("practitioner · reconnecting · someone is with them");
  });

  it("[SC7] says of a lost line that picture and words stay, and of one's own that words are saved", () => {
    const noticesOf = (isOwnLinkLost: boolean) =>
      renderToStaticMarkup(
        <LinkNotices
          members={[nadia, member({ link: "lost" })]}
          me={nadiaId}
          isOwnLinkLost={isOwnLinkLost}
        />,
      );

    expect(noticesOf(false)).toContain("lost touch with Callum");
    expect(noticesOf(true)).toContain("Your words are kept in this tab");
    expect(noticesOf(true)).not.toContain("Callum");
  });

  it.each([
    ["Callum", "C"],
    ["Nadia Farouk", "NF"],
    ["ŵyn  ap Élise", "ŴÉ"],
    ["👩‍🦽 Jo", "👩‍🦽J"],
  ])("[SC7] rings %s with %s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
