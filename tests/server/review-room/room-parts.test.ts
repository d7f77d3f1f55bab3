import { noPlace } from "#shared/domain/agenda.ts";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAnsweredCommands } from "#server/review-room/answered-commands.ts";
import { createMembers } from "#server/review-room/members.ts";
import { reasonToClose } from "#server/review-room/reasons-to-close.ts";
import { newFirst } from "#server/review-room/first-state.ts";
import { parseRoomRecord } from "#server/review-room/room-record.ts";
import { createSeats } from "#server/review-room/seats.ts";
import { inviteIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";

const newParticipant = () => participantIdSchema.parse(randomUUID());
const tabOf = (participantId: ReturnType<typeof newParticipant>, tabId = randomUUID()) => ({
  tabId,
  sessionId: randomUUID(),
  participantId,
});

describe("the seats of a room", () => {
  it("[RM9] a person's seat goes to the newest page, and only once", () => {
    const seats = createSeats();
    const who = newParticipant();
    const [first, second] = [tabOf(who), tabOf(who)];

    const [one, other] = [seats.enter(first, true), seats.enter(second, true)];

    expect([one.displaced, other.displaced]).toEqual([null, first]);
    expect([seats.isSeated(first), seats.isSeated(second)]).toEqual([false, true]);
    expect([seats.size, seats.taken]).toEqual([2, 1]);
  });

  it("[RM9] a page that comes back without its seat does not take it from a newer one", () => {
    const seats = createSeats();
    const who = newParticipant();
    const old = tabOf(who);
    seats.enter(old, true);
    const newer = tabOf(who);
    seats.enter(newer, true);
    seats.leave(old);

    const back = tabOf(who, old.tabId);
    const { displaced } = seats.enter(back, false);

    expect(displaced).toBeNull();
    expect([seats.isSeated(back), seats.isSeated(newer)]).toEqual([false, true]);
  });

  it("[RM9] a page that comes back to a free seat has it", () => {
    const seats = createSeats();
    const old = tabOf(newParticipant());
    seats.enter(old, true);
    seats.leave(old);

    const back = { ...old };
    seats.enter(back, false);

    expect([seats.isSeated(back), seats.isOpen(old), seats.taken]).toEqual([true, false, 1]);
  });

  it("[RM9] an old line that dies late takes nothing from the page that is back", () => {
    const seats = createSeats();
    const old = tabOf(newParticipant());
    seats.enter(old, true);
    const back = { ...old };
    const { displaced } = seats.enter(back, false);

    seats.leave(old);

    expect(displaced).toBeNull();
    expect([seats.isSeated(back), seats.has(old.participantId)]).toEqual([true, true]);
  });
});

describe("the members of a room", () => {
  it("[RM7] keep their room statement over a restart and over leaving", () => {
    const who = newParticipant();
    const before = createMembers({});
    before.sayCompany(who, "someone-with-me");

    const after = createMembers(before.companies());
    after.join({ participantId: who, name: "Callum", role: "practitioner" }, 0);
    after.setLink(who, "away");
    after.join({ participantId: who, name: "Callum", role: "practitioner" }, 0);

    expect(after.list()).toMatchObject([{ company: "someone-with-me", link: "here" }]);
  });

  it("[RM9] keep their colour and place in the roster when they come back", () => {
    const members = createMembers({});
    const [one, other] = [newParticipant(), newParticipant()];
    members.join({ participantId: one, name: "Nadia", role: "guider" }, 0);
    members.join({ participantId: other, name: "Callum", role: "practitioner" }, 0);

    members.setLink(one, "lost");
    members.join({ participantId: one, name: "Nadia", role: "guider" }, 0);

    expect(members.list().map(({ name, colour }) => [name, colour])).toEqual([
      ["Nadia", 0],
      ["Callum", 1],
    ]);
  });

  it("[RM6] are lost after silence and not before", () => {
    const members = createMembers({});
    members.join({ participantId: newParticipant(), name: "Nadia", role: "guider" }, 1_000);

    const early = members.noteSilence(5_500);
    const late = members.noteSilence(5_501);
    const again = members.noteSilence(9_000);

    expect([early, late, again]).toEqual([false, true, false]);
    expect(members.followers()).toEqual([]);
  });
});

describe("commands that are sent twice", () => {
  it("[PB17] are done once, even while the first is still being done", async () => {
    const commands = createAnsweredCommands();
    let done = 0;
    const work = () => Promise.resolve((done += 1));

    const answers = await Promise.all([commands.once("a", work), commands.once("a", work)]);

    expect([answers, done]).toEqual([[1, 1], 1]);
  });

  it("[PB17] are tried again when they broke", async () => {
    const commands = createAnsweredCommands();
    const broken = commands.once("a", () => Promise.reject(new Error("disk")));
    await expect(broken).rejects.toThrow("disk");

    const answer = await commands.once("a", () => Promise.resolve("done"));

    expect(answer).toBe("done");
  });

  it("[PB17] are remembered up to the limit, the oldest forgotten first", async () => {
    const commands = createAnsweredCommands(2);
    for (const id of ["a", "b", "c"]) await commands.once(id, () => Promise.resolve(id));

    const answers = await Promise.all(
      ["b", "c", "a"].map((id) => commands.once(id, () => Promise.resolve("anew"))),
    );

    expect(answers).toEqual(["b", "c", "anew"]);
  });
});

describe("a change of access", () => {
  const reviewId = reviewIdSchema.parse(randomUUID());
  const inviteId = inviteIdSchema.parse(randomUUID());
  const participantId = participantIdSchema.parse(inviteId);
  const sessionId = randomUUID();
  const place = { reviewId, tab: { participantId, sessionId } };
  const other = {
    reviewId: reviewIdSchema.parse(randomUUID()),
    tab: { participantId: newParticipant(), sessionId: randomUUID() },
  };

  it.each([
    ["link-ended", { kind: "invite-revoked", inviteId, reviewId }],
    ["asked-out", { kind: "asked-out", participantId, reviewId }],
    ["signed-out", { kind: "session-ended", sessionId }],
    ["seat-moved", { kind: "seat-rebound", sessionId, reviewId }],
    ["review-ended", { kind: "review-ended", reviewId }],
    [null, { kind: "review-locked", reviewId, locked: true }],
    [null, { kind: "let-in", participantId, reviewId, company: "just-me" }],
  ] as const)("[DR9] is %s for the one it is about, and nothing for others", (reason, change) => {
    expect(reasonToClose(change, place)).toBe(reason);
    expect(reasonToClose(change, other)).toBeNull();
  });
});

it("[RM8] a stored room that cannot be read counts as none", () => {
  const view = { view: { zoom: 2, centre: { x: 0.5, y: 0.5 } }, by: null };
  const record = {
    timeline: null,
    coveredBy: [],
    companies: {},
    view,
    first: newFirst,
    agenda: noPlace,
  };

  expect(parseRoomRecord(JSON.stringify(record))).toEqual(record);
  expect(parseRoomRecord("{")).toBeNull();
  expect(parseRoomRecord(JSON.stringify({ ...record, version: 2 }))).toBeNull();
});
