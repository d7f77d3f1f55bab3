import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountInviteDays } from "#shared/domain/organisation.ts";
import type { AccountRole } from "#shared/domain/organisation.ts";
import {
  furnishReview,
  guiderPassword,
  knock,
  openFirstGuider,
  openLink,
  waitingAt,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { enterDesk, enterRoom } from "#tests/helpers/room-asks.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let nadia: TestBrowser;
let house: ReviewHouse;
const opened: TestBrowser[] = [];
beforeAll(async () => {
  server = await startTestServer();
  nadia = await openFirstGuider(server);
  house = await furnishReview(server, nadia);
});
afterAll(async () => {
  for (const browser of [nadia, ...opened]) browser.close();
  await server.close();
});

function openBrowser(): TestBrowser {
  const browser = openTestBrowser(server);
  opened.push(browser);
  return browser;
}

const password = guiderPassword;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let people = 0;
/** Who asks an admin in, once there is one. */
let admin: TestBrowser | null = null;

/** A link for somebody with a name nobody else has. */
async function inviteSomebody(role: AccountRole = "guider") {
  people += 1;
  const name = `Colleague ${people}`;
  const by = role === "orgAdmin" ? (admin ?? nadia) : nadia;
  return { name, ...(await by.want("inviteColleague", { body: { name, role } })) };
}

/** Somebody who has used such a link. */
async function joined(role: AccountRole) {
  const { name, secret } = await inviteSomebody(role);
  const browser = openBrowser();
  const session = await browser.want("join", { body: { secret, name, password } });
  if (role === "orgAdmin") admin = browser;
  return { name, browser, session };
}

describe("a colleague's set-up link", () => {
  it("[JN76] says what it is for, makes the account and signs in, once", async () => {
    const { name, secret, invite } = await inviteSomebody();
    const browser = openBrowser();
    const join = { body: { secret, name, password } };

    const joining = await browser.want("readJoining", { body: { secret } });
    const session = await browser.want("join", join);
    const again = await openBrowser().ask("join", {
      body: { ...join.body, name: "Somebody else" },
    });

    expect(joining).toEqual({
      name,
      role: "guider",
      closesAtMs: invite.closesAtMs,
      organisationName: "",
    });
    expect(session).toMatchObject({ kind: "guider", name });
    expect(await browser.want("readSession", {})).toEqual(session);
    expect(again.json).toEqual({ reason: "link-ended" });
    const signedIn = await openBrowser().want("signIn", { body: { name, password } });
    expect(signedIn).toEqual(session);
  });

  it("[JN76] opens nothing once it has been ended, and is not listed", async () => {
    const { name, secret, invite } = await inviteSomebody();
    expect((await nadia.want("readColleagues", {})).invites).toContainEqual(invite);

    const { accountInviteId } = invite;
    await nadia.want("endColleagueInvite", { body: { accountInviteId } });

    expect((await nadia.want("readColleagues", {})).invites).not.toContainEqual(invite);
    const read = await openBrowser().ask("readJoining", { body: { secret } });
    const join = await openBrowser().ask("join", { body: { secret, name, password } });
    expect([read.json, join.json]).toEqual([{ reason: "link-ended" }, { reason: "link-ended" }]);
  });

  it("[JN76] stays good when the chosen name is somebody else's already", async () => {
    const { name, secret } = await inviteSomebody();
    const browser = openBrowser();

    const taken = await browser.ask("join", { body: { secret, name: " nadia ", password } });
    const session = await browser.want("join", { body: { secret, name, password } });

    expect(taken.json).toEqual({ reason: "name-taken" });
    expect(session).toMatchObject({ kind: "guider", name });
  });

  it("[JN76] leaves its secret in no log and no answer but the first", async () => {
    const { name, secret } = await inviteSomebody();
    await openBrowser().want("readJoining", { body: { secret } });

    const listed = await nadia.ask("readColleagues", {});

    expect(listed.text).toContain(name);
    expect(listed.text).not.toContain(secret);
    expect(server.logged()).not.toContain(secret);
  });

  it("[JN76] is not for somebody who is signed in already", async () => {
    const { name, secret } = await inviteSomebody();

    const join = await nadia.ask("join", { body: { secret, name, password } });

    expect(join.json).toEqual({ reason: "forbidden" });
    expect(await nadia.want("readSession", {})).toMatchObject({ name: "Nadia" });
  });
});

describe("two guiders of one organisation", () => {
  it("[JN77] see each other's names and the same words and settings, and nothing of each other's journeys", async () => {
    const { browser, name } = await joined("guider");
    const { journeyId } = house.journey;
    const { reviewId } = house.review;

    const { colleagues } = await browser.want("readColleagues", {});
    const settings = await browser.ask("readOrganisation", {});
    const list = await browser.want("listJourneys", {});
    const direct = await Promise.all([
      browser.ask("readJourney", { params: { journeyId } }),
      browser.ask("readRoom", { params: { reviewId } }),
      browser.ask("startCycle", { params: { journeyId } }),
      browser.ask("removeClip", { params: { clipId: house.clipId } }),
      browser.ask("readGrowth", { params: { journeyId } }),
    ]);

    expect(colleagues.map((one) => one.name)).toEqual(expect.arrayContaining(["Nadia", name]));
    expect(settings.json).toEqual((await nadia.ask("readOrganisation", {})).json);
    expect(list).toEqual([]);
    expect(direct.map(({ json }) => json)).toEqual(direct.map(() => ({ reason: "not-found" })));
    expect((await nadia.want("listJourneys", {})).map((one) => one.journeyId)).toEqual([journeyId]);
  });

  it("[JN77] neither opens the other's room, nor hears who knocks at the other's door", async () => {
    const { browser } = await joined("guider");
    const { reviewId } = house.review;
    const { secret } = await nadia.want("issueInvite", {
      params: { reviewId },
      body: { name: "Callum", role: "practitioner" },
    });
    const guest = await openLink(server, secret);
    opened.push(guest);
    await knock(guest);

    expect(await waitingAt(nadia)).toHaveLength(1);
    expect(await waitingAt(browser)).toEqual([]);
    expect(await enterRoom(browser, reviewId)).toEqual({ kind: "out", reason: "link-ended" });
  });
});

describe.each(["orgAdmin", "safeguardingLead"] as const)("an account that is %s", (role) => {
  it("[JN79] [T1] signs in as what they are, sees the organisation and nothing of any journey", async () => {
    const { browser, name, session } = await joined(role);
    const { journeyId } = house.journey;

    expect(session).toMatchObject({ kind: "staff", role, name });
    expect((await browser.ask("readOrganisation", {})).status).toBe(200);
    expect((await browser.ask("listJourneys", {})).json).toEqual({ reason: "forbidden" });
    const checkIns = await browser.ask("readSharedCheckIns", { params: { journeyId } });
    expect(checkIns.status).toBe(403);
    const journey = await browser.ask("readJourney", { params: { journeyId } });
    expect(journey.text).toBe(JSON.stringify({ reason: "not-found" }));
    expect(await enterDesk(browser)).toMatchObject({ kind: "out" });
  });

  it("[JN79] changes settings and asks colleagues in only as an organisation admin", async () => {
    const { browser } = await joined(role);
    const settings = await nadia.want("readOrganisation", {});
    const name = `Birch Lane, said by ${role}`;

    const set = await browser.ask("setOrganisation", { body: { ...settings, name } });
    const colleagues = await browser.ask("readColleagues", {});

    const isAdmin = role === "orgAdmin";
    expect(set.status).toBe(isAdmin ? 200 : 403);
    expect(colleagues.status).toBe(isAdmin ? 200 : 403);
    expect((await nadia.want("readOrganisation", {})).name === name).toBe(isAdmin);
  });
});

it("[JN78] settings that keep clips longer without a reason are refused, and those before stay", async () => {
  const before = await nadia.want("readOrganisation", {});
  const longer = { ...before, clipsKeptDays: 90 };

  const bare = await nadia.ask("setOrganisation", { body: { ...longer, keptLongerWhy: "" } });
  expect(bare.json).toEqual({ reason: "invalid" });
  expect(await nadia.want("readOrganisation", {})).toEqual(before);

  const reasoned = { ...longer, keptLongerWhy: "The school's policy says ninety days." };
  await nadia.want("setOrganisation", { body: reasoned });
  expect(await nadia.want("readOrganisation", {})).toEqual(reasoned);
});

// The last one here, for it moves the clock past everybody's session.
it("[JN76] a colleague's link lasts seven days to the instant", async () => {
  const { name, secret, invite } = await inviteSomebody();
  const leftMs = () => invite.closesAtMs - server.context.clock.nowMs();
  expect(Math.ceil(leftMs() / dayMs)).toBe(accountInviteDays);

  server.advance(leftMs() - hourMs);
  const before = await openBrowser().ask("readJoining", { body: { secret } });
  server.advance(hourMs);
  const read = await openBrowser().ask("readJoining", { body: { secret } });
  const join = await openBrowser().ask("join", { body: { secret, name, password } });

  expect(before.status).toBe(200);
  expect([read.json, join.json]).toEqual([{ reason: "link-ended" }, { reason: "link-ended" }]);
});
